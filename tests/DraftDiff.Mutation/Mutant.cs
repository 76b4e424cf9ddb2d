using Microsoft.CodeAnalysis;

namespace DraftDiff.Mutation;

/// <summary>One small fault in the code. All faults stand in one assembly; <c>MutantSwitch</c> says which is on.</summary>
/// <param name="Id">Its number from 1 within this run; another version of the code numbers otherwise.</param>
/// <param name="File">Its file, from the folder of the library on.</param>
/// <param name="Place">File, line and column, as compilers write them: <c>Differencing/Match.cs(12,5)</c>.</param>
/// <param name="Fault">What stands there and what instead: <c>a &lt; b → a &lt;= b</c>.</param>
internal sealed record Mutant(int Id, string File, string Place, string Fault)
{
    private const int LongestQuotation = 160;

    /// <summary>Place and fault: the same in each run over the same code.</summary>
    public override string ToString() => $"{Place}: {Fault}";

    public static Mutant Of(int id, string file, SyntaxNode original, string instead)
    {
        var start = original.SyntaxTree.GetLineSpan(original.Span).StartLinePosition;
        return new Mutant(id, file, $"{file}({start.Line + 1},{start.Character + 1})", $"{Quote(original.ToString())} → {Quote(instead)}");
    }

    private static string Quote(string code)
    {
        var line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuotation ? line : line[..LongestQuotation] + "…";
    }
}
