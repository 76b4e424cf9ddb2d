using DraftDiff.Syntax;

namespace DraftDiff.Formats.Tests.Akn;

/// <summary>Akoma Ntoso in short.</summary>
internal static class AknText
{
    /// <summary>A document that holds some parts.</summary>
    public static string Document(string parts, string language = "eng") =>
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement name=\"resolution\"><meta><identification source=\"#a\"><FRBRExpression>"
        + $"<FRBRlanguage language=\"{language}\"/></FRBRExpression></identification></meta>{parts}</statement></akomaNtoso>";

    /// <summary>Reads a document that holds some parts.</summary>
    public static DraftTree Read(string parts) => AknDrafts.Read(Document(parts));
}
