using System.Text;
using DraftDiff.Differencing;
using DraftDiff.Rendering;

namespace DraftDiff.Tests.Rendering;

/// <summary>What the renderers write, as text.</summary>
internal static class Rendered
{
    public static string Terminal(DraftComparison comparison, TerminalOptions options) =>
        Text(output => TerminalRenderer.Render(comparison, options, output));

    public static string Text(Action<TextWriter> render)
    {
        using var output = new StringWriter { NewLine = "\n" };
        render(output);
        return output.ToString();
    }

    public static string Json(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
