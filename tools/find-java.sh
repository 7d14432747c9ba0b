#!/bin/sh
# Prints the home directory of an installed Java: "find-java.sh jdk" that of a JDK 25, which the
# build needs, "find-java.sh runtime" that of Java 25 or newer, which runs what was built.
# Maven, ./seed and .ci/run all find Java by this script.
set -u

version=25
wanted=$1
HOME=${HOME:-}

# One a line, so that a name may hold spaces. The asterisk stands for the name of one JDK.
folders="/usr/lib/jvm/*
/usr/lib64/jvm/*
/usr/java/*
/usr/local/java/*
/opt/*
/opt/java/*
/opt/homebrew/opt/openjdk*
/Library/Java/JavaVirtualMachines/*/Contents/Home
$HOME/Library/Java/JavaVirtualMachines/*/Contents/Home
$HOME/.sdkman/candidates/java/*
$HOME/.jdks/*
$HOME/.gradle/jdks/*
$HOME/.jbang/cache/jdks/*
$HOME/.jenv/versions/*
$HOME/.asdf/installs/java/*
$HOME/.local/share/mise/installs/java/*"

# Java itself is asked, since a java on PATH may be a link or a launcher that chooses among several.
print_home_if_suitable() {
  [ -x "$1" ] && settings=$("$1" -XshowSettings:properties -version 2>&1) || return
  home=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
  found=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.specification\.version = //p')
  case $wanted in
    jdk) [ "$found" = "$version" ] && [ -x "$home/bin/javac" ] ;;
    runtime) [ "${found%%.*}" -ge "$version" ] ;;
  esac && printf '%s\n' "$home"
}

print_home_if_suitable "${JAVA_HOME:-}/bin/java" && exit
print_home_if_suitable "$(command -v java)" && exit
IFS='
'
for home in $folders; do
  print_home_if_suitable "$home/bin/java" && exit
done

case $wanted in
  jdk) missing="JDK $version" ;;
  runtime) missing="Java $version or newer" ;;
esac
echo "No $missing was found in JAVA_HOME, on PATH or in" \
  "$(echo "$folders" | paste -sd, - | sed 's/,/, /g'). Install one, or set JAVA_HOME to it." >&2
exit 1
