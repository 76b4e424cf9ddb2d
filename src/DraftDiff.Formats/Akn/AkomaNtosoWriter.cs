using DraftDiff.Syntax;

namespace DraftDiff.Formats.Akn;

/// <summary>Writes drafts as Akoma Ntoso 3.0, as the United Nations uses it.</summary>
public static class AkomaNtosoWriter
{
    /// <summary>
    /// Writes a draft, in UTF-8. Characters that no XML can hold, such as control characters, are written as U+FFFD.
    /// </summary>
    /// <param name="tree">The draft.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="identity">What is known of it beside its words.</param>
    public static void Write(DraftTree tree, Stream stream, AkomaNtosoIdentity? identity = null)
    {
        using var xml = new AknXml(stream);
        new AknDocumentWriter(tree, xml, identity ?? AkomaNtosoIdentity.Unknown).Write();
    }
}
