@echo off
rem Starts the harness from its own directory. JAVA_HOME says which Java to use, JAVA_OPTS adds options for it.
setlocal
set "DG_JAR=%~dp0..\lib\load-@version@.jar"
if not exist "%DG_JAR%" (
  echo device-grant: %DG_JAR% is missing: unpack the archive again 1>&2
  exit /b 70
)
set "DG_JAVA=java"
if defined JAVA_HOME set "DG_JAVA=%JAVA_HOME%\bin\java"
set "DG_VERSION="
for /f "tokens=3" %%v in ('""%DG_JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do set "DG_VERSION=%%~v"
if not defined DG_VERSION (
  echo device-grant: no usable java found: install Java 17 or later, or point JAVA_HOME to one 1>&2
  exit /b 70
)
for /f "delims=.-+ tokens=1" %%m in ("%DG_VERSION%") do set "DG_FEATURE=%%m"
if %DG_FEATURE% LSS 17 (
  echo device-grant: %DG_JAVA% is Java %DG_VERSION%, but 17 or later is needed: set JAVA_HOME 1>&2
  exit /b 70
)
set "DG_OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%c in (load check demo serve doctor) do if "%~1"=="%%c" set "DG_OPTIONS="
"%DG_JAVA%" %DG_OPTIONS% %JAVA_OPTS% --add-opens=java.base/java.lang=ALL-UNNAMED -jar "%DG_JAR%" %*
exit /b %ERRORLEVEL%
