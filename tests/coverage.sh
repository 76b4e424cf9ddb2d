#!/usr/bin/env bash
# Says which lines of src/DraftDiff the tests come by, and fails where that is fewer than 95 of a hundred. Build first
# (dotnet build -c Release). The page to read is artifacts/coverage/report/index.html.
set -euo pipefail
cd "$(dirname "$0")/.."

# The figure is to be the same wherever the project is cloned: texts that are not part of it take no part.
unset DRAFTDIFF_CORPUS DRAFTDIFF_GOLD

least=95
results=artifacts/coverage
rm -rf "$results"

collect() {
    dotnet test "tests/$1" --configuration Release --no-build --settings tests/coverage.runsettings \
        --collect "Code Coverage" --results-directory "$results" --filter "$2"
}

# The library's own tests, and of the others those that show the parts which only formats and the repository use. What
# measures time or damages files is left out.
collect DraftDiff.Tests "FullyQualifiedName!~GrowthTests"
collect DraftDiff.Formats.Tests "FullyQualifiedName~WordReaderTests|FullyQualifiedName~HtmlReaderTests|FullyQualifiedName~AkomaNtosoReaderTests"
collect DraftDiff.Cli.Tests "FullyQualifiedName~HistoryTests|FullyQualifiedName~LogCommandTests|FullyQualifiedName~ShowCommandTests|FullyQualifiedName~BlameCommandTests|FullyQualifiedName~RedlineCommandTests|FullyQualifiedName~ParseCommandTests|FullyQualifiedName~DiffCommandTests|FullyQualifiedName~HtmlInputTests|FullyQualifiedName~OutputTests"

tool=artifacts/tools/reportgenerator
[ -x "$tool" ] || dotnet tool install dotnet-reportgenerator-globaltool --version 5.6.0 --tool-path artifacts/tools
"$tool" -reports:"$results/**/*.cobertura.xml" -targetdir:"$results/report" "-reporttypes:Html;TextSummary" \
    -assemblyfilters:+DraftDiff "-filefilters:-*.g.cs" -verbosity:Warning minimumCoverageThresholds:lineCoverage=$least || failed=1
sed -n '/Line coverage/,/Coverable lines/p' "$results/report/Summary.txt"
exit "${failed:-0}"
