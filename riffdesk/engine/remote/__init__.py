"""The engine's own process: slow functions run there, so that neither the window nor the sound waits for them.

Torch holds Python's global lock while it is imported and between operations, and a held lock is a frozen brush. So
requests go to a child process and steps and answers come back (`process` is the window's end, `child` the other one,
`link` starts the child and ends it, `messages` has the format of messages, `cancel` is the user's button, `mailbox`
takes messages to a session):

    socket of work       parent -> child    REQUEST (function, request)
                                            SESSION (function, request), and MESSAGE message while it runs
                         child -> parent    STEP Step    DONE result    FAILED (error, traceback)
    socket of cancels    parent -> child    number of a request

Every message carries the number of its request. Answers to another request are discarded, and a cancel counts for its
own request only, whether it arrives before, during or after it.

A session is a request that takes messages while it runs (`Mailbox`). They arrive in the order in which they were put,
also those that were put before the session was sent; those for a session that has ended are discarded.

Parent: `EngineProcess.call` blocks the worker's thread that calls it. `Cancel.set`, on whatever thread, sends the
cancel at once, and starts a timer that kills the child if it does not answer in time. There is no other thread.
Child: the main thread reads the request, computes and sends; one thread receives requests, one receives cancels. A
child whose parent is gone ends; that is no cancel, and riffs can be continued later.

Only these two ends of one program exchange pickles; no file is ever unpickled. The child and its own children start in
safe-path mode: no file of the working directory is ever imported.

Why not `multiprocessing.connection`: it copies the parts of a message into one buffer and out again. 100 MB of
samples take 27 to 42 ms from one process to the other here, and 175 to 270 ms with it.
"""
