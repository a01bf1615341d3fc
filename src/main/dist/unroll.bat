@echo off
rem Starts Unroll with the Java that JAVA_HOME names, or else the one on the path.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "MAJOR=0"
for /f "tokens=2,3" %%u in ('call "%JAVA%" -version 2^>^&1') do (
    if "%%u"=="version" for /f "delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
)
if %MAJOR% lss 17 (
    echo unroll: needs Java 17 or newer; set JAVA_HOME or put java on the path 1>&2
    exit /b 2
)
"%JAVA%" --add-modules jdk.incubator.vector -cp "%~dp0..\lib\*" unroll.app.Launcher %*
exit /b %errorlevel%
