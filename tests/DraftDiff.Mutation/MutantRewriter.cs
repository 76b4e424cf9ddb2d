using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace DraftDiff.Mutation;

/// <summary>
/// Puts mutants into a file: <c>a &lt; b</c> becomes <c>(MutantSwitch.Is(7) ? (a &lt;= b) : (a &lt; b))</c>. The kinds are
/// those of Stryker's standard level, with whole numbers one higher and results left out besides. Left alone are constants and
/// what static fields begin with, as these are there before a mutant is on, and conditions that declare a variable.
/// </summary>
/// <param name="file">The file, from the folder of the library on.</param>
/// <param name="firstId">The number of its first mutant.</param>
/// <param name="isLeftOut">Whether a mutant is not to be there: those that do not compile.</param>
internal sealed class MutantRewriter(string file, int firstId, Func<int, bool> isLeftOut) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Operators = new()
    {
        [SyntaxKind.LessThanToken] = [SyntaxKind.LessThanEqualsToken, SyntaxKind.GreaterThanToken],
        [SyntaxKind.LessThanEqualsToken] = [SyntaxKind.LessThanToken, SyntaxKind.GreaterThanToken],
        [SyntaxKind.GreaterThanToken] = [SyntaxKind.GreaterThanEqualsToken, SyntaxKind.LessThanToken],
        [SyntaxKind.GreaterThanEqualsToken] = [SyntaxKind.GreaterThanToken, SyntaxKind.LessThanToken],
        [SyntaxKind.EqualsEqualsToken] = [SyntaxKind.ExclamationEqualsToken],
        [SyntaxKind.ExclamationEqualsToken] = [SyntaxKind.EqualsEqualsToken],
        [SyntaxKind.AmpersandAmpersandToken] = [SyntaxKind.BarBarToken],
        [SyntaxKind.BarBarToken] = [SyntaxKind.AmpersandAmpersandToken],
        [SyntaxKind.PlusToken] = [SyntaxKind.MinusToken],
        [SyntaxKind.MinusToken] = [SyntaxKind.PlusToken],
        [SyntaxKind.AsteriskToken] = [SyntaxKind.SlashToken],
        [SyntaxKind.SlashToken] = [SyntaxKind.AsteriskToken],
        [SyntaxKind.PercentToken] = [SyntaxKind.AsteriskToken],
        [SyntaxKind.AmpersandToken] = [SyntaxKind.BarToken],
        [SyntaxKind.BarToken] = [SyntaxKind.AmpersandToken],
        [SyntaxKind.CaretToken] = [SyntaxKind.AmpersandToken],
        [SyntaxKind.LessThanLessThanToken] = [SyntaxKind.GreaterThanGreaterThanToken],
        [SyntaxKind.GreaterThanGreaterThanToken] = [SyntaxKind.LessThanLessThanToken],
        [SyntaxKind.PlusEqualsToken] = [SyntaxKind.MinusEqualsToken],
        [SyntaxKind.MinusEqualsToken] = [SyntaxKind.PlusEqualsToken],
        [SyntaxKind.AsteriskEqualsToken] = [SyntaxKind.SlashEqualsToken],
        [SyntaxKind.SlashEqualsToken] = [SyntaxKind.AsteriskEqualsToken],
        [SyntaxKind.AmpersandEqualsToken] = [SyntaxKind.BarEqualsToken],
        [SyntaxKind.BarEqualsToken] = [SyntaxKind.AmpersandEqualsToken],
        [SyntaxKind.PlusPlusToken] = [SyntaxKind.MinusMinusToken],
        [SyntaxKind.MinusMinusToken] = [SyntaxKind.PlusPlusToken],
    };

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All",
        ["All"] = "Any",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["Skip"] = "Take",
        ["Take"] = "Skip",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["ThenByDescending"] = "ThenBy",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["IndexOf"] = "LastIndexOf",
        ["LastIndexOf"] = "IndexOf",
    };

    private int _nextId = firstId;

    public List<Mutant> Mutants { get; } = [];

    /// <summary>The first number that the next file may give.</summary>
    public int NextId => _nextId;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || IsFixed(node))
        {
            return node;
        }

        // Numbers are given from the outside in and do not depend on which mutants are left out.
        var ids = (node switch
        {
            ExpressionSyntax expression when CanBeChosen(expression) => InsteadOf(expression),
            ExpressionStatementSyntax statement => InsteadOf(statement),
            ReturnStatementSyntax { Expression: { } result } when result is not LiteralExpressionSyntax => ["return default!;"],
            ContinueStatementSyntax or YieldStatementSyntax { Expression: not null } => [";"],
            BreakStatementSyntax when node.Parent is not SwitchSectionSyntax
                && node.FirstAncestorOrSelf<StatementSyntax>(each => each is SwitchStatementSyntax) is null => [";"],
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: not RefTypeSyntax } method }
                when method.ReturnType.ToString() != "void" => ["=> default!"],
            _ => (IEnumerable<string>)[],
        }).Select(instead => (Id: _nextId++, Instead: instead)).ToList();

        var visited = base.Visit(node)!;
        foreach (var (id, instead) in ids)
        {
            if (isLeftOut(id))
            {
                continue;
            }

            Mutants.Add(Mutant.Of(id, file, node, instead));
            visited = visited switch
            {
                ExpressionSyntax expression => Chosen(id, instead, expression),
                StatementSyntax statement => Chosen(id, instead, statement),
                ArrowExpressionClauseSyntax arrow => arrow.WithExpression(Chosen(id, "default!", arrow.Expression)),
                _ => throw new InvalidOperationException($"{visited.Kind()} cannot be chosen."),
            };
        }

        return visited;
    }

    // What a compiler needs to know, and what runs once, before a mutant is on.
    private static bool IsFixed(SyntaxNode node) => node switch
    {
        AttributeListSyntax or PatternSyntax or SwitchLabelSyntax or EnumMemberDeclarationSyntax or RefExpressionSyntax => true,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.StaticKeyword),
        PropertyDeclarationSyntax { Initializer: not null } property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } => true,
        _ => false,
    };

    // An expression that is a statement of its own is handled as that statement.
    private static bool CanBeChosen(ExpressionSyntax expression) =>
        expression.Parent is not (ExpressionStatementSyntax or ForStatementSyntax { Incrementors.Count: > 0 })
        || expression.Parent is ForStatementSyntax loop && loop.Condition == expression;

    private static bool Declares(SyntaxNode node) => node.DescendantNodes(each => each is not LambdaExpressionSyntax)
        .Any(each => each is VariableDesignationSyntax and not DiscardDesignationSyntax);

    private static IEnumerable<string> InsteadOf(ExpressionSyntax expression)
    {
        if (Declares(expression))
        {
            return [];
        }

        var instead = expression switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => [coalesce.Right.ToString()],
            BinaryExpressionSyntax binary => WithOtherToken(binary, binary.OperatorToken),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression } unary =>
                [unary.Operand.ToString()],
            PrefixUnaryExpressionSyntax prefix => WithOtherToken(prefix, prefix.OperatorToken),
            PostfixUnaryExpressionSyntax postfix => WithOtherToken(postfix, postfix.OperatorToken),
            LiteralExpressionSyntax literal => InsteadOf(literal),
            IsPatternExpressionSyntax test => WithOtherPattern(test),
            ConditionalExpressionSyntax choice => [$"{choice.Condition} ? {choice.WhenFalse} : {choice.WhenTrue}"],
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier: var name } member }
                when Methods.TryGetValue(name.Text, out var other) => [WithOther(expression, name, other)],
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Where" } member } =>
                [member.Expression.ToString()],
            _ => (IEnumerable<string>)[],
        };
        return expression is (InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax) && IsCondition(expression)
            ? instead.Append($"!({expression})") : instead;
    }

    private static bool IsCondition(ExpressionSyntax expression) => expression.Parent switch
    {
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or WhenClauseSyntax => true,
        ForStatementSyntax loop => loop.Condition == expression,
        ConditionalExpressionSyntax choice => choice.Condition == expression,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression),
        _ => false,
    };

    private static IEnumerable<string> InsteadOf(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        true => ["false"],
        false => ["true"],
        int number when literal.Parent is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } =>
            [(number + 1).ToString(CultureInfo.InvariantCulture)],
        string text => [text.Length == 0 ? "\"mutant\"" : "\"\""],
        _ => [],
    };

    private static IEnumerable<string> InsteadOf(ExpressionStatementSyntax statement)
    {
        if (Declares(statement))
        {
            return [];
        }

        IEnumerable<string> others = statement.Expression switch
        {
            AssignmentExpressionSyntax assignment => WithOtherToken(statement, assignment.OperatorToken),
            PrefixUnaryExpressionSyntax prefix => WithOtherToken(statement, prefix.OperatorToken),
            PostfixUnaryExpressionSyntax postfix => WithOtherToken(statement, postfix.OperatorToken),
            _ => [],
        };
        return others.Append(";");
    }

    private static IEnumerable<string> WithOtherPattern(IsPatternExpressionSyntax test)
    {
        yield return $"!({test})";
        foreach (var token in test.Pattern.DescendantTokens())
        {
            if (token.Parent is RelationalPatternSyntax)
            {
                foreach (var other in WithOtherToken(test, token))
                {
                    yield return other;
                }
            }
            else if (token.IsKind(SyntaxKind.OrKeyword) || token.IsKind(SyntaxKind.AndKeyword))
            {
                yield return WithOther(test, token, token.IsKind(SyntaxKind.OrKeyword) ? "and" : "or");
            }
        }
    }

    private static IEnumerable<string> WithOtherToken(SyntaxNode node, SyntaxToken token) =>
        Operators.GetValueOrDefault(token.Kind(), []).Select(kind => WithOther(node, token, SyntaxFacts.GetText(kind)));

    private static string WithOther(SyntaxNode node, SyntaxToken token, string text)
    {
        var at = token.SpanStart - node.SpanStart;
        return node.ToString().Remove(at, token.Span.Length).Insert(at, text);
    }

    private static ParenthesizedExpressionSyntax Chosen(int id, string instead, ExpressionSyntax otherwise) => ParenthesizedExpression(ConditionalExpression(
        ParseExpression($"global::MutantSwitch.Is({id}) "), ParseExpression($"({instead}\n) "), ParenthesizedExpression(otherwise)));

    private static IfStatementSyntax Chosen(int id, string instead, StatementSyntax otherwise) => (IfStatementSyntax)ParseStatement(
        $"if (global::MutantSwitch.Is({id})) {{ {instead}\n }} else {{ {otherwise.ToFullString()}\n }}");
}
