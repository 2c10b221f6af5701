using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>Form fields of old Word forms: check boxes and lists whose choice stands in their settings and not in the text.</summary>
internal sealed class WordFields
{
    private readonly List<string> entries = [];
    private bool isChecked;
    private bool inBox;
    private bool inList;
    private int chosen;

    /// <summary>Symbols of the fonts that draw boxes.</summary>
    public static string Symbol(string? code) => code?.ToUpperInvariant() switch
    {
        "F0FE" or "F0FD" or "F078" or "F053" or "F052" => CheckBoxes.Checked,
        "F0A8" or "F06F" or "F071" or "F0A3" => CheckBoxes.Unchecked,
        "F0FC" => "✓",
        "F0B7" or "F0A7" => "•",
        _ => "",
    };

    public void Enter(string name, XmlReader xml)
    {
        switch (name)
        {
            case "checkBox":
                (inBox, isChecked) = (true, false);
                break;
            case "default" or "checked" when inBox:
                isChecked = WordBody.Attribute(xml, "val") is not ("0" or "false" or "off");
                break;
            case "ddList":
                (inList, chosen) = (true, 0);
                entries.Clear();
                break;
            case "result" when inList:
                chosen = int.TryParse(WordBody.Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
                break;
            case "listEntry" when inList:
                entries.Add(WordBody.Attribute(xml, "val") ?? "");
                break;
        }
    }

    /// <summary>What the field shows, where it ends here; otherwise null.</summary>
    public string? Leave(string name)
    {
        switch (name)
        {
            case "checkBox":
                inBox = false;
                return isChecked ? CheckBoxes.Checked : CheckBoxes.Unchecked;
            case "ddList":
                inList = false;
                return chosen < entries.Count ? entries[chosen] : null;
            default:
                return null;
        }
    }
}
