@echo off
rem Starts the harness from its own directory. JAVA_HOME says which Java to use, JAVA_OPTS adds options for it.
rem No path stands inside parentheses: those of "Program Files (x86)" would end the block.
setlocal
set "DG_JAR=%~dp0..\lib\load-@version@.jar"
if not exist "%DG_JAR%" goto noJar
set "DG_JAVA=java"
if defined JAVA_HOME set "DG_JAVA=%JAVA_HOME%\bin\java"
set "DG_VERSION="
rem A command that begins with a quote would lose it, hence the call.
for /f "tokens=3" %%v in ('call "%DG_JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined DG_VERSION set "DG_VERSION=%%~v"
if not defined DG_VERSION goto noJava
for /f "delims=.-+ tokens=1" %%m in ("%DG_VERSION%") do set "DG_FEATURE=%%m"
if %DG_FEATURE% LSS 17 goto oldJava
set "DG_OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%c in (load check demo serve doctor) do if "%~1"=="%%c" set "DG_OPTIONS="
"%DG_JAVA%" %DG_OPTIONS% %JAVA_OPTS% --add-opens=java.base/java.lang=ALL-UNNAMED -jar "%DG_JAR%" %*
exit /b %ERRORLEVEL%

:noJar
echo device-grant: "%DG_JAR%" is missing: unpack the archive again 1>&2
exit /b 70

:noJava
echo device-grant: no usable java found: install Java 17 or later, or point JAVA_HOME to one 1>&2
exit /b 70

:oldJava
echo device-grant: "%DG_JAVA%" is Java %DG_VERSION%, but 17 or later is needed: set JAVA_HOME 1>&2
exit /b 70
