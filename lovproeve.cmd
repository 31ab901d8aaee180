@echo off
rem Starts lovproeve on Windows: the twin of the file "lovproeve". Needs Java 17 or later, and Maven 3.8 or later to build.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "home=%~dp0"
set "home=%home:~0,-1%"
set "target=%home%\target"
set "jar=%target%\lovproeve.jar"
set "stamp=%target%\lovproeve.built"
set "log=%target%\lovproeve-build.log"

rem ---- Java: JAVA_HOME, else the path
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined version set "version=%%~v"
if not defined version goto needjava
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 goto needjava

rem ---- build when there is no build, or pom.xml or a file in src\main is newer than it
set "stale="
if not exist "%stamp%" set "stale=1"
if not exist "%jar%" set "stale=1"
if not defined stale for /f %%s in ('powershell -NoProfile -Command "$s=(Get-Item $env:stamp).LastWriteTime; if (Get-ChildItem -Recurse ($env:home+'\src\main'),($env:home+'\pom.xml') | Where-Object { $_.LastWriteTime -gt $s } | Select-Object -First 1) { 'stale' }"') do set "stale=1"
if not defined stale goto run

where mvn >nul 2>nul || goto needmaven
echo lovproeve bygges, et oejeblik ... / building lovproeve, one moment ... 1>&2
if not exist "%target%" mkdir "%target%"
type nul > "%stamp%.new"
pushd "%home%"
call mvn --batch-mode -Dmaven.test.skip=true package > "%log%" 2>&1
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  echo lovproeve kunne ikke bygges; se / lovproeve could not be built; see: "%log%" 1>&2
  exit /b 1
)
move /y "%stamp%.new" "%stamp%" >nul
del /q "%target%\lovproeve-*.jsa" 2>nul

:run
set "options=-Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
rem One archive of loaded classes for each Java; another Java ignores it.
set "archive=%target%\lovproeve-%version%.jsa"
if not exist "%archive%" (
  "%java%" %options% "-XX:ArchiveClassesAtExit=%archive%.new" "-Dlovproeve.home=%home%" -jar "%jar%" help >nul 2>nul
  if exist "%archive%.new" move /y "%archive%.new" "%archive%" >nul
)
rem Commands that are over at once, and those that run years of a population.
set "speed=-XX:+UseParallelGC"
for %%c in (help check analyse evidence population trace assess runs language) do if /i "%~1"=="%%c" set "speed=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"%java%" %options% %speed% "-XX:SharedArchiveFile=%archive%" "-Dlovproeve.home=%home%" -jar "%jar%" %*
exit /b %errorlevel%

:needjava
echo lovproeve: Java 17 eller nyere skal installeres / Java 17 or later must be installed: 1>&2
echo   winget install EclipseAdoptium.Temurin.17.JDK 1>&2
echo Findes den et andet sted, saa saet JAVA_HOME. / If it is elsewhere, set JAVA_HOME. 1>&2
exit /b 1

:needmaven
echo lovproeve: Maven 3.8 eller nyere skal installeres / Maven 3.8 or later must be installed: 1>&2
echo   winget install Apache.Maven 1>&2
exit /b 1
