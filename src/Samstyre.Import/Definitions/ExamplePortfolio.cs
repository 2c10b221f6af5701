using System.Text;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>A file of a round of the built-in example.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Content">Byte for byte.</param>
public sealed record ExampleFile(string Name, byte[] Content);

/// <summary>A round of the built-in example.</summary>
/// <param name="Code">Its code, <c>2020-03</c>.</param>
/// <param name="CollectedOn">The day as of which it was collected.</param>
/// <param name="Files">Its files, ordered by name.</param>
public sealed record ExampleRound(string Code, DateOnly CollectedOn, IReadOnlyList<ExampleFile> Files);

/// <summary>The e-health portfolio of 2020 that comes with the program, built into this assembly so that it is found wherever the program stands.</summary>
public static class ExamplePortfolio
{
    private const string Root = "examples/e-health/";
    private static readonly Lazy<PortfolioDefinition> definition = new(() =>
    {
        var result = PortfolioYaml.Read(DefinitionYaml);
        return result.Definition ?? throw new InvalidOperationException("The built-in portfolio has mistakes: " + string.Join(" ", result.Findings.Select(finding => $"line {finding.Line}: {finding.Message}")));
    });

    /// <summary>The text of its definition.</summary>
    public static string DefinitionYaml => Encoding.UTF8.GetString(Bytes(Root + "portfolio.yaml"));

    /// <summary>The text of its register of initiatives.</summary>
    public static string RegisterYaml => Encoding.UTF8.GetString(Bytes(Root + "initiatives.yaml"));

    /// <summary>Its definition.</summary>
    public static PortfolioDefinition Definition => definition.Value;

    /// <summary>Its register of initiatives.</summary>
    public static IReadOnlyList<InitiativeRegistration> Register => InitiativeRegister.Read(RegisterYaml, Definition).Registrations;

    /// <summary>Its rounds, earliest first. March was collected as of the 20th; of October only the month is known, so its last day stands.</summary>
    public static IReadOnlyList<ExampleRound> Rounds() =>
    [
        new("2020-03", new(2020, 3, 20), Files("2020-03")),
        new("2020-10", new(2020, 10, 31), Files("2020-10")),
    ];

    private static List<ExampleFile> Files(string round)
    {
        var folder = $"{Root}rounds/{round}/";
        return [.. typeof(ExamplePortfolio).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ExampleFile(name[folder.Length..], Bytes(name)))];
    }

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(ExamplePortfolio).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Not built in: {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
