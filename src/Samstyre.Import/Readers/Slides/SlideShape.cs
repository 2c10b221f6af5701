namespace Samstyre.Import;

/// <summary>A shape of a slide: where it stands and what it shows.</summary>
internal sealed class SlideShape
{
    /// <summary>Null where the slide's layout decides.</summary>
    public SlideFrame? Frame { get; set; }

    /// <summary>What it stands for in the layout; null where it stands for nothing.</summary>
    public string? Role { get; set; }

    /// <summary>Which of the layout's places it fills.</summary>
    public string Index { get; set; } = "";

    public bool IsHidden { get; set; }

    /// <summary>Its paragraphs and rows.</summary>
    public DocumentFlow Flow { get; } = new();

    public bool IsTitle => IsTitleRole(Role);

    /// <summary>Page numbers, dates and footers repeat on every slide and are nobody's answer.</summary>
    public bool IsFurniture => Role is "sldNum" or "dt" or "ftr" or "hdr";

    public bool Shows => !IsHidden && !IsFurniture && Flow.Blocks.Count > 0;

    public static bool IsTitleRole(string? role) => role is "title" or "ctrTitle";
}
