using System.Text;
using CsCheck;
using DraftDiff.Diagnostics;
using DraftDiff.Syntax;
using DraftDiff.Text;
using Xunit;

namespace DraftDiff.Tests.Text;

public sealed class DecodingTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void The_same_words_are_read_from_every_encoding(string encodingName, bool marked)
    {
        const string words = "大会，\r\nThe General Assembly, إن الجمعية العامة، 𠀀";
        var encoding = Encoding.GetEncoding(encodingName);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(words)];

        var text = SourceText.Decode("draft.txt", bytes);

        Assert.Equal(words, text.Content);
        Assert.Empty(text.Diagnostics);
        Assert.Equal(bytes, Encode(text));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text_but_a_second_one_is()
    {
        var text = SourceText.Decode("draft.txt", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.Equal("\uFEFFa", text.Content);
    }

    [Fact]
    public void A_text_of_no_bytes_is_empty()
    {
        var text = SourceText.Decode("draft.txt", []);

        Assert.Equal("", text.Content);
        Assert.Empty(text.Diagnostics);
    }

    [Fact]
    public void What_is_not_valid_is_replaced_and_said_once_where_it_begins()
    {
        // A continuation byte alone, and a character of three bytes that ends after two: two places, three bytes.
        var text = SourceText.Decode("draft.txt", [(byte)'a', 0x80, (byte)'b', 0xE5, 0xA4, (byte)'c']);

        Assert.Equal("a\uFFFDb\uFFFDc", text.Content);
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal("DD1001", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(new TextSpan(1, 1), diagnostic.Span);
        Assert.Equal("not valid UTF-8 from here: 3 bytes could not be read", diagnostic.Message);
    }

    [Fact]
    public void A_character_cut_off_at_the_end_is_replaced()
    {
        var text = SourceText.Decode("draft.txt", [(byte)'a', 0xE5]);

        Assert.Equal("a\uFFFD", text.Content);
        Assert.Equal("not valid UTF-8 from here: 1 byte could not be read", Assert.Single(text.Diagnostics).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0xFD, 0xFF, 0x63 }, 3)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x00, 0x00, 0x62, 0xFF, 0xFD, 0x00 }, 3)]
    public void Half_characters_of_UTF_16_are_replaced_and_replacements_of_its_own_are_text(byte[] bytes, int unreadable)
    {
        var text = SourceText.Decode("draft.txt", bytes);

        Assert.Equal("a\uFFFDb\uFFFD\uFFFD", text.Content);
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal(new TextSpan(1, 1), diagnostic.Span);
        Assert.Equal($"not valid UTF-16 from here: {unreadable} bytes could not be read", diagnostic.Message);
    }

    [Fact]
    public void Bytes_are_read_as_the_Unicode_Standard_replaces_them() =>
        Gen.Byte.Array.Sample(bytes =>
        {
            // The byte order mark says that no other encoding comes into question.
            byte[] marked = [0xEF, 0xBB, 0xBF, .. bytes];
            var text = SourceText.Decode("draft.txt", marked);

            Assert.Equal(Encoding.UTF8.GetString(bytes), text.Content);
            Assert.Equal(text.Diagnostics.IsEmpty, Encode(text).AsSpan().SequenceEqual(marked));
        });

    [Fact]
    public void A_text_that_was_valid_gives_its_bytes_back() =>
        Gen.Select(Gen.String, Gen.Int[0, 3]).Sample((words, which) =>
        {
            Encoding encoding = which switch
            {
                0 => new UTF8Encoding(false),
                1 => new UTF8Encoding(true),
                2 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
                _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            };
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(words)];

            Assert.Equal(bytes, Encode(SourceText.Decode("draft.txt", bytes)));
        });

    [Theory]
    [InlineData(1251, "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года,\n")]
    [InlineData(1251, "ПРЕДОТВРАЩЕНИЕ ЗАСУХИ И ГОЛОДА")]
    [InlineData(1251, "Пункт 12 повестки дня")]
    [InlineData(1252, "L’Assemblée générale,\n\nRappelant que l’accès à l’eau est un droit, et consciente des besoins,\n")]
    [InlineData(1252, "Décide de rester saisie de la question.")]
    [InlineData(1252, "La Asamblea General,\n\nRecordando que la sequía afecta a los niños y a las niñas de la región,\n")]
    [InlineData(1252, "Reafirma que el agua es “un derecho”, y año tras año lo señala.")]
    [InlineData(1252, "The draft’s “title” – as read.")]
    [InlineData(1256, "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،\n")]
    [InlineData(1256, "تقرر أن تبقي المسألة قيد نظرها.")]
    [InlineData(54936, "大会，\n\n回顾其2015年9月25日第70/1号决议，\n")]
    [InlineData(54936, "决定继续处理此案。")]
    [InlineData(54936, "大会")]
    [InlineData(54936, "请各国注意“𠀀”字与Ümlaut的用法，并回顾《宪章》第四条。")]
    [InlineData(1200, "大会，\n\n回顾其决议，\n")]
    [InlineData(1201, "大会回顾其决议")]
    [InlineData(1200, "The General Assembly,\n\nRecalling its resolution,\n")]
    [InlineData(1201, "The General Assembly,")]
    [InlineData(1200, "Генеральная Ассамблея,")]
    [InlineData(1201, "الجمعية")]
    public void An_encoding_is_told_from_what_the_text_looks_like(int codePage, string words)
    {
        var bytes = CodePage(codePage).GetBytes(words);

        var text = SourceText.Decode("draft.txt", bytes);

        Assert.Equal(words, text.Content);
        Assert.Equal(codePage, text.Encoding.CodePage);
        Assert.Equal(bytes, Encode(text));
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal("DD1003", diagnostic.Id);
        Assert.Contains(NameOf(codePage), diagnostic.Message, StringComparison.Ordinal);

        static string NameOf(int codePage) => codePage switch
        {
            54936 => "GB18030",
            1200 or 1201 => "UTF-16",
            _ => $"windows-{codePage}",
        };
    }

    [Theory]
    [InlineData("Caf\u00E9 au village")]
    [InlineData("大会，回顾其决议")]
    [InlineData("Генеральная Ассамблея")]
    public void A_damaged_text_in_UTF_8_stays_UTF_8(string words)
    {
        var bytes = Encoding.UTF8.GetBytes(words + "\n“" + words + "”\n");
        bytes[^2] = (byte)'.';

        var text = SourceText.Decode("draft.txt", bytes);

        Assert.Equal(Encoding.UTF8.GetString(bytes), text.Content);
        Assert.Equal("DD1001", Assert.Single(text.Diagnostics).Id);
    }

    [Theory]
    [InlineData(54936)]
    [InlineData(1200)]
    public void The_seed_reads_the_same_in_another_encoding(int codePage)
    {
        var seed = Fixtures.Seed;
        var bytes = CodePage(codePage).GetBytes(seed.Source.Content);

        var tree = DraftTree.Parse(SourceText.Decode("draft.txt", bytes));

        Assert.Equal(seed.Units.Select(unit => unit.ToString()), tree.Units.Select(unit => unit.ToString()));
        Assert.Equal(["DD1003", .. seed.Diagnostics.Select(said => said.Id)], tree.Diagnostics.Select(said => said.Id));
        Assert.Equal(bytes, Encode(tree.Source));
    }

    [Fact]
    public void Every_fixture_reads_the_same_in_the_code_page_of_its_language()
    {
        var misread = new List<string>();
        foreach (var file in Directory.GetFiles(Fixtures.PathOf("fixtures"), "*.??.txt", SearchOption.AllDirectories))
        {
            var words = SourceText.Decode(file, File.ReadAllBytes(file)).Content;
            var codePage = Path.GetFileNameWithoutExtension(file)[^2..] switch { "ru" => 1251, "ar" => 1256, "zh" => 54936, _ => 1252 };
            var bytes = CodePage(codePage).GetBytes(words);
            if (SourceText.Decode(file, bytes) is var text && text.Content != CodePage(codePage).GetString(bytes))
            {
                misread.Add($"{file} in {codePage}: read in {text.Encoding.CodePage}");
            }
        }

        Assert.Empty(misread);
    }

    [SkippableFact]
    public void Every_real_text_that_a_code_page_can_hold_is_read_back_from_it()
    {
        var misread = new List<string>();
        foreach (var file in Corpus.Files("documents"))
        {
            var words = File.ReadAllText(file);
            foreach (var codePage in (int[])[1200, 1201, 1252])
            {
                var bytes = CodePage(codePage).GetBytes(words);
                if (CodePage(codePage).GetString(bytes) == words && words.Any(c => c > '\u007F')
                    && SourceText.Decode(file, bytes).Encoding.CodePage is var read && read != codePage)
                {
                    misread.Add($"{Path.GetFileName(file)} in {codePage}: read in {read}");
                }
            }
        }

        Assert.Empty(misread);
    }

    [Fact]
    public void Any_bytes_are_a_text_and_valid_ones_come_back() =>
        Gen.Select(Gen.Byte.Array, Gen.Byte[0x80, 0xFF].Array, Gen.Int[1, 30]).Sample((some, high, times) =>
        {
            byte[] bytes = [.. some, .. Enumerable.Repeat(high, times).SelectMany(part => part)];
            var text = SourceText.Decode("draft.txt", bytes);

            if (!text.Content.Contains('\uFFFD'))
            {
                Assert.Equal(bytes, Encode(text));
            }
        });

    private static Encoding CodePage(int number) =>
        number < 1250 ? Encoding.GetEncoding(number) : CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    private static byte[] Encode(SourceText text) => [.. text.Encoding.Preamble, .. text.Encoding.GetBytes(text.Content)];
}
