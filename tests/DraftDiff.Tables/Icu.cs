using System.Runtime.InteropServices;

namespace DraftDiff.Tables;

/// <summary>
/// What ICU, https://icu.unicode.org, knows of a code point and .NET does not hand on. The names of its functions end
/// in its version, so they are looked up when the program runs.
/// </summary>
internal sealed class Icu
{
    private const int NfcQuickCheckProperty = 0x100E;

    private readonly CombiningClassFunction _combiningClass;
    private readonly PropertyFunction _property;
    private readonly AgeFunction _age;
    private readonly RawDecompositionFunction _rawDecomposition;
    private readonly ComposePairFunction _composePair;
    private readonly nint _nfc;

    /// <summary>Finds the newest ICU of the machine.</summary>
    public Icu()
    {
        var (library, version) = Load();
        T Function<T>(string name) where T : Delegate =>
            Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, $"{name}_{version}"));

        _combiningClass = Function<CombiningClassFunction>("u_getCombiningClass");
        _property = Function<PropertyFunction>("u_getIntPropertyValue");
        _age = Function<AgeFunction>("u_charAge");
        _rawDecomposition = Function<RawDecompositionFunction>("unorm2_getRawDecomposition");
        _composePair = Function<ComposePairFunction>("unorm2_composePair");
        _nfc = Function<InstanceFunction>("unorm2_getNFCInstance")(out _);

        var unicode = new byte[4];
        Function<VersionFunction>("u_getUnicodeVersion")(unicode);
        UnicodeVersion = ToVersion(unicode);
    }

    private delegate byte CombiningClassFunction(int codePoint);

    private delegate int PropertyFunction(int codePoint, int property);

    private delegate void AgeFunction(int codePoint, [Out, MarshalAs(UnmanagedType.LPArray, SizeConst = 4)] byte[] version);

    private delegate void VersionFunction([Out, MarshalAs(UnmanagedType.LPArray, SizeConst = 4)] byte[] version);

    private delegate nint InstanceFunction(out int error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
    private delegate int RawDecompositionFunction(
        nint normalizer, int codePoint, [Out, MarshalAs(UnmanagedType.LPArray, SizeConst = 8)] char[] target, int capacity, ref int error);

    private delegate int ComposePairFunction(nint normalizer, int first, int second);

    /// <summary>The version of Unicode that ICU knows.</summary>
    public Version UnicodeVersion { get; }

    /// <summary>The version of Unicode that first had the code point; 0.0 where none has it.</summary>
    public Version AgeOf(int codePoint)
    {
        var version = new byte[4];
        _age(codePoint, version);
        return ToVersion(version);
    }

    /// <summary>The canonical combining class.</summary>
    public byte CombiningClassOf(int codePoint) => _combiningClass(codePoint);

    /// <summary>The property NFC_Quick_Check, as the table writes it: 0 yes, 1 maybe, 2 no.</summary>
    public uint QuickCheckOf(int codePoint) => _property(codePoint, NfcQuickCheckProperty) switch
    {
        0 => 2,
        1 => 0,
        2 => 1,
        var other => throw new InvalidOperationException($"ICU says NFC_Quick_Check({codePoint:X4}) = {other}."),
    };

    /// <summary>The code points of the canonical decomposition that the Unicode Character Database prints; empty for none.</summary>
    public int[] DecompositionOf(int codePoint)
    {
        var target = new char[8];
        var error = 0;
        var length = _rawDecomposition(_nfc, codePoint, target, target.Length, ref error);
        return length < 0 ? [] : [.. new string(target, 0, length).EnumerateRunes().Select(rune => rune.Value)];
    }

    /// <summary>True where the two code points compose.</summary>
    public bool Compose(int first, int second) => _composePair(_nfc, first, second) >= 0;

    private static (nint Library, int Version) Load()
    {
        for (var version = 99; version >= 60; version--)
        {
            if (NativeLibrary.TryLoad($"libicuuc.so.{version}", out var library))
            {
                return (library, version);
            }
        }

        throw new DllNotFoundException("There is no libicuuc.so.NN on this machine; install ICU (Debian: libicu-dev).");
    }

    private static Version ToVersion(byte[] version) => new(version[0], version[1], version[2]);
}
