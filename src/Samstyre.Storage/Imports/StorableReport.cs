using System.Security.Cryptography;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>A report as it can be stored, with the hash of what it says.</summary>
/// <param name="Report">The report.</param>
/// <param name="ContentSha256">Hash of everything but where it stands: two files that say the same have the same hash.</param>
internal sealed record StorableReport(Report Report, byte[] ContentSha256)
{
    private static readonly SortedDictionary<string, int> NoProvenance = new(StringComparer.Ordinal);

    public static StorableReport Of(Report report)
    {
        var said = ReportJson.ToUtf8(Placeless(report));
        if (said.AsSpan().IndexOf("\\u0000"u8) >= 0)
        {
            report = ReportJson.FromUtf8(WithoutNul(ReportJson.ToUtf8(report)));
            said = ReportJson.ToUtf8(Placeless(report));
        }

        return new(report, SHA256.HashData(said));
    }

    private static Report Placeless(Report report) => report with
    {
        Source = null,
        Provenance = NoProvenance,
        Findings = [.. report.Findings.Select(finding => finding.Line is null ? finding : finding with { Line = null })],
    };

    /// <summary>PostgreSQL's text can't hold the character U+0000; the replacement character shows where it stood.</summary>
    private static byte[] WithoutNul(byte[] json)
    {
        var clean = new List<byte>(json.Length);
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '\\')
            {
                clean.Add(json[at]);
            }
            else if (json.AsSpan(at).StartsWith("\\u0000"u8))
            {
                clean.AddRange("\ufffd"u8);
                at += 5;
            }
            else
            {
                // An escape is two bytes: the second may be a backslash that starts nothing.
                clean.Add(json[at]);
                clean.Add(json[++at]);
            }
        }

        return [.. clean];
    }
}
