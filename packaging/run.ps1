# Set riffdesk up if that has not been done yet, and start it: packaging\run.ps1 [FILE | COMMAND ...]
. (Join-Path $PSScriptRoot 'setup.ps1')
Install-Riffdesk 'base'
# -P: a folder called riffdesk where the user happens to stand is not the program.
& $Python -P -m riffdesk @args
exit $LASTEXITCODE
