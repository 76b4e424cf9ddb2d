using System.CommandLine;
using System.Globalization;
using DraftDiff.Languages;
using DraftDiff.Syntax;

namespace DraftDiff.Cli;

/// <summary>Options that have one of a few values, or a number, and say so where they are given another.</summary>
internal static class Choice
{
    /// <summary>An option with one of a few named values; not given, it is the default of <typeparamref name="T"/>.</summary>
    public static Option<T> Among<T>(string name, string description, params (string Name, T Value)[] choices)
    {
        var names = choices.Select(choice => choice.Name).ToArray();
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', names),
            CustomParser = result =>
            {
                var given = result.Tokens[0].Value;
                foreach (var choice in choices)
                {
                    if (choice.Name == given)
                    {
                        return choice.Value;
                    }
                }

                result.AddError($"{name} cannot be '{given}'; choose {string.Join(", ", names[..^1])} or {names[^1]}");
                return default;
            },
        };

        // Not the names that the program has for them.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>One of the two texts of a comparison.</summary>
    public static Argument<string?> Text(string name, string which) => new(name)
    {
        Description = $"The {which} text: a file (text, .docx, .pdf, .html, .xml), - for standard input, or a stored symbol.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The language of a text; not given, it is null, and the text tells.</summary>
    public static Option<string?> Language() => Language("The language, where the text misleads.");

    /// <summary>The language of a stored text; not given, it is null, and the repository tells where it has the text in one only.</summary>
    public static Option<string?> StoredLanguage() => Language("The language, where the symbol is stored in several.");

    /// <summary>A language; not given, it is null.</summary>
    public static Option<string?> Language(string description) => Among(
        "--language",
        description,
        [.. DraftingConventions.All.Select(conventions => (conventions.Language, (string?)conventions.Language)).OrderBy(choice => choice.Language, StringComparer.Ordinal)]);

    /// <summary>A day; not given, it is null.</summary>
    public static Option<DateOnly?> Date(string description) => new("--date")
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"--date cannot be '{given}'; write it as 2017-11-22");
            return null;
        },
    };

    /// <summary>The author of what is stored; not given, it is the person that git's configuration names.</summary>
    public static Option<string?> Author() => new("--author") { Description = "Who wrote it: Name <mail>.", HelpName = "AUTHOR" };

    /// <summary>An option that is a document symbol; not given, it is null.</summary>
    public static Option<DocumentSymbol?> Symbol(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SYMBOL",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (DocumentSymbol.TryParse(given, out var symbol))
            {
                return symbol;
            }

            result.AddError($"{name} cannot be '{given}'; write a symbol as it is printed, such as A/C.2/72/L.39/Rev.1");
            return null;
        },
    };

    /// <summary>An option that is a number of terminal cells; not given, it is null.</summary>
    public static Option<int?> Cells(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (int.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out var cells) && cells is >= 1 and <= DisplayOptions.WidestWidth)
            {
                return cells;
            }

            result.AddError($"{name} cannot be '{given}'; give a whole number from 1 to {DisplayOptions.WidestWidth}");
            return null;
        },
    };

    /// <summary>An option that is a number from 1; not given, it is null.</summary>
    public static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (int.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1)
            {
                return number;
            }

            result.AddError($"{name} cannot be '{given}'; give a whole number from 1");
            return null;
        },
    };

    /// <summary>An option that is given or not, and has no value.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };
}
