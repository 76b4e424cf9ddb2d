using System.Globalization;
using DraftDiff.Rendering;

namespace DraftDiff.Cli;

/// <summary>A bar that says how far a long work is, on a terminal; nothing where standard error is none. It is gone when the work is done.</summary>
internal sealed class Progress(ConsoleHost host, string verb, int count) : IDisposable
{
    private const int Cells = 30;
    private const string ClearLine = "\r\u001B[K";

    private readonly bool _isShown = host.ErrorIsTerminal();
    private int _done;

    /// <summary>Begins the next piece of the work.</summary>
    public void Advance(string name)
    {
        if (_isShown)
        {
            var full = (int)((long)Cells * _done / count);
            var bar = new string('█', full).PadRight(Cells, '░');
            Write(string.Create(CultureInfo.InvariantCulture, $"{ClearLine}{verb} {bar} {_done}/{count} {VisibleText.Of(name)}"));
        }

        _done++;
    }

    /// <summary>Takes the bar away, for something else to be written.</summary>
    public void Clear()
    {
        if (_isShown)
        {
            Write(ClearLine);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Write(string text) => StandardError.Write(host, text);
}
