# Sets riffdesk up beside the checkout on Windows: dot-sourced by run.ps1 and test.ps1.
#
#   Install-Riffdesk base    what the program needs
#   Install-Riffdesk dev     and what the tests need
#
# Python packages go into .venv at the versions of constraints.txt. The stamp is written last, so that an
# interrupted set-up is taken up again. Everything is said on the information stream; stdout is the program's.

$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Python = Join-Path $Venv 'Scripts\python.exe'
$Stamp = Join-Path $Venv 'riffdesk-set-up'

function Get-Checksum {
    $files = @((Join-Path $Root 'pyproject.toml'), (Join-Path $PSScriptRoot 'constraints.txt'))
    $hashes = $files | ForEach-Object { (Get-FileHash -Algorithm SHA256 -Path $_).Hash }
    return ($hashes + $Root) -join '-'
}

function Find-Python {
    $candidates = @(@('py', '-3'), @('python'), @('python3'))
    foreach ($candidate in $candidates) {
        $command = $candidate[0]
        $arguments = @($candidate | Select-Object -Skip 1)
        if (-not (Get-Command $command -ErrorAction SilentlyContinue)) { continue }
        & $command @arguments -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>$null
        if ($LASTEXITCODE -eq 0) { return , $candidate }
    }
    throw 'riffdesk needs Python 3.11 to 3.14, and there is none here. It is at python.org and in the Microsoft Store.'
}

# Torch for a card, from a folder of its own index such as cu130 or xpu: the usual one for Windows is for the processor.
function Install-TorchBuild([string] $Extras) {
    $index = "https://download.pytorch.org/whl/$env:RIFFDESK_TORCH"
    $packages = if ($Extras -eq 'dev') { @('torch', 'torchaudio') } else { @('torch') }
    & $Python -m pip install --disable-pip-version-check --retries 1 --timeout 15 --no-deps --index-url $index `
        -c (Join-Path $PSScriptRoot 'constraints.txt') @packages
    if ($LASTEXITCODE -ne 0) {
        Write-Information "Torch could not be had from $index; the usual one is taken." -InformationAction Continue
    }
}

function Install-Riffdesk([string] $Extras) {
    $wanted = Get-Checksum
    if ((Test-Path $Python) -and (Test-Path $Stamp)) {
        $line = (Get-Content $Stamp -TotalCount 1)
        if ($line -eq "$wanted $Extras" -or $line -eq "$wanted dev") { return }
    }
    if (-not (Test-Path $Python)) {
        $found = Find-Python
        Write-Information 'Making .venv.' -InformationAction Continue
        $arguments = @($found | Select-Object -Skip 1)
        & $found[0] @arguments -m venv $Venv
        if ($LASTEXITCODE -ne 0) { throw "Could not make $Venv; see above for why." }
    }
    if ($env:RIFFDESK_TORCH -and $env:RIFFDESK_TORCH -ne 'default') { Install-TorchBuild $Extras }
    $target = if ($Extras -eq 'dev') { "$Root[dev]" } else { $Root }
    Write-Information 'Installing Python packages into .venv. The first time this takes some minutes.' -InformationAction Continue
    & $Python -m pip install --disable-pip-version-check -c (Join-Path $PSScriptRoot 'constraints.txt') -e $target
    if ($LASTEXITCODE -ne 0) {
        throw 'The Python packages could not be installed; see above for why. Start this again to go on where it stopped.'
    }
    Set-Content -Path $Stamp -Value "$wanted $Extras"
}
