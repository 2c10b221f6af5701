using System.Globalization;

namespace Samstyre.Reports;

/// <summary>What a template says about itself, out of sight: its version, and of which initiative, round and portfolio it is.</summary>
internal static class TemplateProperties
{
    public const string Path = "docProps/custom.xml";
    public const string Link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";

    /// <summary>The part that holds them.</summary>
    public static OoxmlPart Part(FormTemplate template) => OoxmlPart.Xml(Path, "application/vnd.openxmlformats-officedocument.custom-properties+xml", xml => Write(xml, template));

    private static void Write(OoxmlWriter xml, FormTemplate template)
    {
        xml.Write("""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">"""u8);
        (string Name, string? Value)[] properties =
        [
            ("SamstyreTemplate", FormTemplate.Version.ToString(CultureInfo.InvariantCulture)), ("SamstyreInitiative", template.Initiative),
            ("SamstyreRound", template.Round), ("SamstyrePortfolio", template.Definition.Code),
        ];
        // The first number is 2 by the format's rule.
        var number = 1;
        foreach (var (name, value) in properties)
        {
            number++;
            if (value is not null) xml.Write($"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{number}\" name=\"{name}\"><vt:lpwstr>{value}</vt:lpwstr></property>");
        }

        xml.Write("</Properties>"u8);
    }
}
