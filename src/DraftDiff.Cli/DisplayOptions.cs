using System.CommandLine;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary>The options that say how output looks on a terminal: <c>--width</c>, <c>--color</c>, <c>--no-pager</c>.</summary>
internal sealed class DisplayOptions
{
    /// <summary>The widest a terminal may be, in cells.</summary>
    public const int WidestWidth = 1000;

    private const int WidthWithoutTerminal = 80;

    private readonly Option<int?> _width = Choice.Cells("--width", "Wrap at N cells, not the terminal's or 80.");
    private readonly Option<ColorChoice> _color = Choice.Among(
        "--color",
        "Colour; auto means only on a terminal.",
        ("always", ColorChoice.Always),
        ("auto", ColorChoice.Auto),
        ("never", ColorChoice.Never));
    private readonly Option<bool> _noPager = Choice.Flag("--no-pager", "Write to the terminal itself.");

    private enum ColorChoice
    {
        Auto,
        Always,
        Never,
    }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_width);
        command.Options.Add(_color);
        command.Options.Add(_noPager);
    }

    /// <summary>True where output for a person goes through a pager.</summary>
    public bool UsePager(ParseResult given) => !given.GetValue(_noPager);

    /// <summary>How output looks in a console.</summary>
    public TerminalOptions For(ConsoleHost host, ParseResult given) =>
        new(given.GetValue(_width) ?? WidthOf(host), UseColor(host, given.GetValue(_color)));

    /// <summary>How wide a console is: its terminal, else 80.</summary>
    public static int WidthOf(ConsoleHost host)
    {
        // A terminal that does not tell its width says 0.
        var width = host.OutputIsTerminal() ? host.TerminalWidth() : 0;
        return width > 0 ? width : WidthWithoutTerminal;
    }

    // https://no-color.org: set and not empty, whatever its value.
    private static bool UseColor(ConsoleHost host, ColorChoice choice) => choice switch
    {
        ColorChoice.Always => true,
        ColorChoice.Never => false,
        _ => host.OutputIsTerminal()
            && string.IsNullOrEmpty(host.Environment("NO_COLOR"))
            && host.Environment("TERM") != "dumb",
    };
}
