@echo off
rem Applies the scripts of cli\ to a stock WildFly 39.0.1; the same as configure.sh.
setlocal
set "SERVER=%~1"
if "%SERVER%"=="" set "SERVER=%JBOSS_HOME%"
if not exist "%SERVER%\jboss-modules.jar" (
    echo Usage : configure.bat ^<dossier de WildFly 39.0.1^>
    exit /b 2
)
for %%I in ("%~dp0..") do set "KIT=%%~fI"
for %%I in ("%SERVER%") do set "SERVER=%%~fI"
set "CONFIGURATION=%SERVER%\standalone\configuration"
if exist "%CONFIGURATION%\standalone.stock.xml" (
    copy /y "%CONFIGURATION%\standalone.stock.xml" "%CONFIGURATION%\standalone.xml" >nul
    rmdir /s /q "%SERVER%\modules\org" 2>nul
) else (
    copy "%CONFIGURATION%\standalone.xml" "%CONFIGURATION%\standalone.stock.xml" >nul
)
set "ALL=%TEMP%\tiers-configure.cli"
> "%ALL%" echo set kit=%KIT:\=/%
>> "%ALL%" echo set server=%SERVER:\=/%
>> "%ALL%" echo embed-server --server-config=standalone.xml --std-out=discard
for %%F in ("%KIT%\cli\*.cli") do type "%%F" >> "%ALL%"
if exist "%KIT%\cli\custom\*.cli" for %%F in ("%KIT%\cli\custom\*.cli") do type "%%F" >> "%ALL%"
>> "%ALL%" echo stop-embedded-server
set "JBOSS_HOME=%SERVER%"
set "NOPAUSE=true"
call "%SERVER%\bin\jboss-cli.bat" --echo-command --file="%ALL%" > "%KIT%\configure.log" 2>&1
if errorlevel 1 (
    echo La configuration a echoue : voir %KIT%\configure.log
    exit /b 1
)
echo WildFly est configure pour Tiers : %SERVER%
