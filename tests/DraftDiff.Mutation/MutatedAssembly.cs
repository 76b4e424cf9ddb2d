using System.Globalization;
using DraftDiff.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DraftDiff.Mutation;

/// <summary>The library DraftDiff with all mutants of one folder in it, none of them on.</summary>
internal static class MutatedAssembly
{
    private const string Switch = """
        public static class MutantSwitch
        {
            public static int Active;
            public static bool[] Hits = new bool[100_000];
            public static bool Is(int id) { Hits[id] = true; return Active == id; }
        }
        """;

    private const int MostTries = 20;

    /// <summary>Compiles the library; mutants that do not compile are left out.</summary>
    /// <param name="library">The folder of its project.</param>
    /// <param name="folder">The folder of the library whose files are mutated.</param>
    /// <param name="target">The file to write.</param>
    public static List<Mutant> Compile(string library, string folder, string target)
    {
        var leftOut = new HashSet<int>();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var mutants = new List<Mutant>();
            var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(Switch), CSharpSyntaxTree.ParseText(ProjectWide()) };
            var nextId = 1;
            foreach (var path in Directory.GetFiles(library, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var file = Path.GetRelativePath(library, path).Replace('\\', '/');
                if (file.StartsWith("obj/", StringComparison.Ordinal) || file.StartsWith("bin/", StringComparison.Ordinal))
                {
                    continue;
                }

                var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path);
                if (file.StartsWith(folder + "/", StringComparison.Ordinal))
                {
                    var rewriter = new MutantRewriter(file, nextId, leftOut.Contains);
                    tree = CSharpSyntaxTree.ParseText(rewriter.Visit(tree.GetRoot())!.ToFullString(), path: path);
                    mutants.AddRange(rewriter.Mutants);
                    nextId = rewriter.NextId;
                }

                trees.Add(tree);
            }

            var compilation = CSharpCompilation.Create(
                "DraftDiff",
                trees,
                References(),
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
            var result = compilation.Emit(target, manifestResources: Resources());
            if (result.Success)
            {
                Console.WriteLine($"{mutants.Count} mutants, and {leftOut.Count} that do not compile");
                return [.. mutants.OrderBy(mutant => mutant.Id)];
            }

            var before = leftOut.Count;
            foreach (var error in result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error))
            {
                leftOut.UnionWith(Culprits(error));
            }

            if (leftOut.Count == before)
            {
                throw new InvalidOperationException($"The code does not compile without mutants either: {result.Diagnostics.First(each => each.Severity == DiagnosticSeverity.Error)}");
            }
        }

        throw new InvalidOperationException($"The mutants do not compile after {MostTries} tries.");
    }

    // The mutant that an error stands in; else those of the member that concern the name it complains of; else all of the member.
    private static IEnumerable<int> Culprits(Diagnostic error)
    {
        var node = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan);
        if (node.AncestorsAndSelf().Select(each => IdOf(each, error.Location.SourceSpan.Start)).FirstOrDefault(id => id > 0) is > 0 and var id)
        {
            return [id];
        }

        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
        var switched = member.DescendantNodesAndSelf().Where(each => IdOf(each) > 0).ToList();
        var concerned = switched.Where(each => each is IfStatementSyntax or ConditionalExpressionSyntax
            && each.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.Text == node.ToString())).ToList();
        return (concerned.Count > 0 ? concerned : switched).Select(each => IdOf(each));
    }

    // The mutant whose own code covers a place, if a place is given.
    private static int IdOf(SyntaxNode node, int? place = null)
    {
        var (condition, instead) = node switch
        {
            ConditionalExpressionSyntax choice => (choice.Condition, (SyntaxNode)choice.WhenTrue),
            IfStatementSyntax choice => (choice.Condition, choice.Statement),
            _ => (null, null!),
        };
        return condition is InvocationExpressionSyntax { ArgumentList.Arguments: [var number] } call
            && call.Expression.ToString() == "global::MutantSwitch.Is"
            && (place is null || instead.FullSpan.Contains(place.Value) || node.SpanStart == place)
            ? int.Parse(number.ToString(), CultureInfo.InvariantCulture) : 0;
    }

    private static string ProjectWide() => $"""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Reflection.AssemblyVersion("{typeof(DraftTree).Assembly.GetName().Version}")]
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("DraftDiff.Tests")]
        """;

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("DraftDiff.dll" or "DraftDiff.Tests.dll" or "DraftDiff.Mutation.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<ResourceDescription> Resources()
    {
        var library = typeof(DraftTree).Assembly;
        return library.GetManifestResourceNames().Select(name =>
            new ResourceDescription(name, () => library.GetManifestResourceStream(name)!, isPublic: true));
    }
}
