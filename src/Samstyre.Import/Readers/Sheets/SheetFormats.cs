using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>How the numbers of an Excel file are shown.</summary>
internal static class SheetFormats
{
    private const int MostFormats = 100_000;

    /// <summary>The format of each cell style, in their order.</summary>
    public static List<NumberFormat> Read(OfficePackage package, string part)
    {
        var custom = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        var inStyles = false;
        using var xml = package.Xml(part);
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs") inStyles = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("numFmt" or "xf")) continue;
            if (!int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) id = 0;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("formatCode") is { } code) custom[id] = NumberFormat.Of(code);
            else if (xml.LocalName == "xf" && inStyles) styles.Add(custom.TryGetValue(id, out var format) ? format : BuiltIn(id));
            if (styles.Count > MostFormats || custom.Count > MostFormats) throw new InvalidDataException("The file has too many formats.");
        }

        return styles;
    }

    /// <summary>The formats that have a number instead of a code.</summary>
    private static NumberFormat BuiltIn(int id) => id switch
    {
        9 or 10 => NumberFormat.Percentage,
        17 => NumberFormat.Of("mmm-yy"),
        18 or 19 or 20 or 21 or 45 or 46 or 47 => NumberFormat.Of("h:mm"),
        // Most of these are dates in other languages only.
        14 or 15 or 16 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberFormat.Of("dd.mm.yyyy"),
        _ => NumberFormat.General,
    };
}
