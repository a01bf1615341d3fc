@echo off
rem Starts Unroll with the Java that JAVA_HOME names, or else the one on the path.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo unroll: needs Java 17 or newer; set JAVA_HOME or put java on the path 1>&2
    exit /b 2
)
"%JAVA%" -cp "%~dp0..\lib\*" unroll.app.Launcher %*
