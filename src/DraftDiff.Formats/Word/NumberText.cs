using System.Globalization;
using System.Text;

namespace DraftDiff.Formats.Word;

/// <summary>Writes a number as Word's number formats do (ECMA-376, part 1, 17.18.59).</summary>
internal static class NumberText
{
    private const int MostRoman = 3999;
    private const int LongestLetters = 20;
    private const string ArabicLetters = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const string AbjadLetters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private const string RussianLetters = "абвгдежзиклмнопрстуфхцчшщэюя";
    private const string ChineseDigits = "〇一二三四五六七八九";

    private static readonly (int Value, string Letters)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>A number in a format by its name in the markup; in common digits where the format is not known.</summary>
    public static string Of(int number, string? format) => format switch
    {
        "none" => "",
        "lowerLetter" => Letters(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => Letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerRoman" => RomanOf(number),
        "upperRoman" => RomanOf(number).ToUpperInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "hindiNumbers" => InDigits(number, '\u0660'),
        "thaiNumbers" => InDigits(number, '\u0E50'),
        "decimalFullWidth" or "decimalFullWidth2" => InDigits(number, '\uFF10'),
        "arabicAlpha" => Letters(number, ArabicLetters),
        "arabicAbjad" => Letters(number, AbjadLetters),
        "russianLower" => Letters(number, RussianLetters),
        "russianUpper" => Letters(number, RussianLetters.ToUpperInvariant()),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => ChineseOf(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('\u2460' + number - 1)).ToString(),
        "decimalEnclosedParen" when number is > 0 and <= 20 => ((char)('\u2474' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number is > 0 and <= 20 => ((char)('\u2488' + number - 1)).ToString(),
        "ideographEnclosedCircle" when number is > 0 and <= 10 => ((char)('\u3280' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // aa comes behind z, and bb behind aa.
    private static string Letters(int number, string letters)
    {
        var times = (number - 1) / letters.Length + 1;
        return number <= 0 || times > LongestLetters
            ? number.ToString(CultureInfo.InvariantCulture)
            : new string(letters[(number - 1) % letters.Length], times);
    }

    private static string RomanOf(int number)
    {
        if (number is <= 0 or > MostRoman)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }

    private static string InDigits(int number, char zero) => string.Create(
        CultureInfo.InvariantCulture, $"{number}").Aggregate("", (text, digit) => text + (char.IsAsciiDigit(digit) ? (char)(zero + digit - '0') : digit));

    private static string ChineseOf(int number) => number switch
    {
        > 0 and < 10 => ChineseDigits[number].ToString(),
        >= 10 and < 100 => (number < 20 ? "" : ChineseDigits[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : ChineseDigits[number % 10].ToString()),
        _ => InDigits(number, '0').Aggregate("", (text, digit) => text + (char.IsAsciiDigit(digit) ? ChineseDigits[digit - '0'] : digit)),
    };
}
