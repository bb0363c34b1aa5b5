# Set riffdesk and its test tools up if that has not been done yet, and run the tests: packaging\test.ps1 [PYTEST ARGUMENTS]
. (Join-Path $PSScriptRoot 'setup.ps1')
Install-Riffdesk 'dev'
Set-Location $Root
if (-not $env:OMP_NUM_THREADS) { $env:OMP_NUM_THREADS = '1' }
if (-not $env:QT_QPA_PLATFORM) { $env:QT_QPA_PLATFORM = 'offscreen' }
if ($args.Count -gt 0) {
    & $Python -m pytest @args
} else {
    & $Python -m pytest -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m 'not bench and not sound and not alone'
    $status = $LASTEXITCODE
    & $Python -m pytest -m 'alone and not bench' tests/audio/recording tests/ui/jam tests/ui/recording tests/ui/control
    if ($status -ne 0) { exit $status }
}
exit $LASTEXITCODE
