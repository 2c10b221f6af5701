using System.Globalization;
using System.Xml;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>The properties out of sight by which a form that the system handed out is known again. Office programs keep them when they save.</summary>
internal static class OfficeMark
{
    private const string Part = "docProps/custom.xml";

    // Longer than any code; what is longer was not written by us.
    private const int Longest = 100;

    /// <summary>The mark; null where the file has none.</summary>
    public static FormMark? Of(OfficePackage package)
    {
        using var xml = package.Xml(Part);
        if (xml is null) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string? name = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "property") name = xml.GetAttribute("name");
            else if (xml.NodeType == XmlNodeType.Text && name is not null && xml.Value.Length is > 0 and <= Longest) values[name] = xml.Value;
        }

        return int.TryParse(values.GetValueOrDefault("SamstyreTemplate"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version, values.GetValueOrDefault("SamstyrePortfolio"), values.GetValueOrDefault("SamstyreInitiative"), values.GetValueOrDefault("SamstyreRound"))
            : null;
    }
}
