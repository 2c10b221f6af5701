using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What the text of one input field means by itself.</summary>
public static class DraftValue
{
    /// <summary>An amount, million NOK; null where the words give none.</summary>
    public static Money? Amount(string text) => DraftFields.Blank(text) is { } said ? DraftFields.ReadAmount(said).Value : null;

    /// <summary>A date; null where the words give none.</summary>
    public static PartialDate? Date(string text) => DraftFields.Blank(text) is { } said ? DateText.Parse(said).Value : null;
}
