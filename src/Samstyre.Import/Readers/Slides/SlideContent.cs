using System.Globalization;
using System.Xml;

namespace Samstyre.Import;

/// <summary>Reads the shapes of a slide or layout, tag by tag. Elements are known by their names alone: the older and the strict kind of file differ in nothing else.</summary>
internal sealed class SlideContent
{
    private readonly List<SlideShape> shapes = [];
    private readonly Stack<(SlideScale Scale, bool IsHidden)> groups = new([(SlideScale.None, false)]);
    private readonly SlideText text = new();
    private SlideShape? shape;
    private SlideFrame frame;
    private SlideFrame inner;

    /// <summary>Whether the slide is one that is shown.</summary>
    public bool IsShown { get; private set; } = true;

    /// <summary>The shapes in the file's order, those that show nothing as well.</summary>
    public IReadOnlyList<SlideShape> Read(XmlReader xml)
    {
        // What an older program shows in a newer shape's place would be read twice.
        int? passed = null;
        while (IsShown && xml.Read())
        {
            if (passed is { } depth)
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) passed = null;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Fallback")
            {
                if (!xml.IsEmptyElement) passed = xml.Depth;
            }
            else
            {
                Take(xml);
            }
        }

        return shapes;
    }

    private void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Enter(xml);
                if (xml.IsEmptyElement) Leave(xml.LocalName);
                break;
            case XmlNodeType.EndElement:
                Leave(xml.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                text.Add(xml.Value);
                break;
        }
    }

    private void Enter(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sld":
                IsShown = !IsFalse(xml.GetAttribute("show"));
                break;
            case "grpSp":
                groups.Push(groups.Peek());
                break;
            case "sp" or "graphicFrame" when shape is null:
                shape = new() { IsHidden = groups.Peek().IsHidden };
                shapes.Add(shape);
                text.Begin(shape.Flow);
                break;
            case "cNvPr" when IsTrue(xml.GetAttribute("hidden")):
                Hide();
                break;
            case "ph" when shape is not null:
                (shape.Role, shape.Index) = (xml.GetAttribute("type") ?? "obj", xml.GetAttribute("idx") ?? "0");
                break;
            case "xfrm":
                (frame, inner) = (default, default);
                break;
            case "off" or "chOff":
                Move(xml);
                break;
            case "ext" or "chExt":
                Stretch(xml);
                break;
            default:
                text.Enter(xml);
                break;
        }
    }

    private void Leave(string name)
    {
        switch (name)
        {
            case "sp" or "graphicFrame" when shape is not null:
                shape.Flow.Finish();
                shape = null;
                text.End();
                break;
            case "grpSp" when groups.Count > 1:
                groups.Pop();
                break;
            case "xfrm" when shape is not null:
                shape.Frame ??= groups.Peek().Scale.Of(frame);
                break;
            case "xfrm":
                var group = groups.Pop();
                groups.Push(group with { Scale = group.Scale.Within(frame, inner) });
                break;
            default:
                text.Leave(name);
                break;
        }
    }

    private void Hide()
    {
        if (shape is not null)
        {
            shape.IsHidden = true;
            return;
        }

        groups.Push(groups.Pop() with { IsHidden = true });
    }

    private void Move(XmlReader xml)
    {
        var (x, y) = (Measure(xml, "x"), Measure(xml, "y"));
        if (xml.LocalName == "off") frame = frame with { X = x, Y = y };
        else inner = inner with { X = x, Y = y };
    }

    private void Stretch(XmlReader xml)
    {
        // Extensions of the format are elements with this name, too.
        if (xml.GetAttribute("cx") is null) return;
        var (width, height) = (Measure(xml, "cx"), Measure(xml, "cy"));
        if (xml.LocalName == "ext") frame = frame with { Width = width, Height = height };
        else inner = inner with { Width = width, Height = height };
    }

    private static double Measure(XmlReader xml, string attribute) => long.TryParse(xml.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var measure) ? measure : 0;

    private static bool IsTrue(string? value) => value is "1" or "true" or "on";

    private static bool IsFalse(string? value) => value is "0" or "false" or "off";
}
