using Samstyre.Analysis;

namespace Samstyre.App.Features.Initiatives;

/// <summary>A line of time that an initiative's deliverables share: earlier dates as hollow rings, the date now filled, the round's day as a stroke. The dates stand beside it as text, so it is drawn for the eye alone.</summary>
internal sealed class DateLine
{
    private const int Width = 200;
    private const int Edge = 6;
    private readonly int from;
    private readonly int days;
    private readonly int today;

    private DateLine(int from, int to, int today) => (this.from, days, this.today) = (from, Math.Max(to - from, 1), today);

    /// <summary>For the deliverables that have moved; null where none has.</summary>
    public static DateLine? Of(IEnumerable<MilestoneHistory> milestones, DateOnly today)
    {
        var all = milestones.Where(milestone => milestone.Moves > 0).SelectMany(milestone => milestone.Stated).Select(date => date.LastDay.DayNumber).ToList();
        return all.Count == 0 ? null : new(Math.Min(all.Min(), today.DayNumber), Math.Max(all.Max(), today.DayNumber), today.DayNumber);
    }

    public void Draw(HtmlWriter html, MilestoneHistory milestone)
    {
        var places = milestone.Stated.Select(date => PlaceOf(date.LastDay.DayNumber)).ToList();
        html.Write($"<svg class=\"date-line\" viewBox=\"0 0 {Width} 16\" width=\"{Width}\" height=\"16\" aria-hidden=\"true\"><path class=\"axis\" d=\"M0 8H{Width}\"/><path class=\"today\" d=\"M{PlaceOf(today)} 1v14\"/>");
        if (places.Count > 1) html.Write($"<path class=\"way\" d=\"M{places[0]} 8H{places[^1]}\"/>");
        for (var place = 0; place < places.Count; place++)
            html.Write($"<circle class=\"{(place == places.Count - 1 && milestone.Planned is not null ? "now" : "was")}\" cx=\"{places[place]}\" cy=\"8\" r=\"4\"/>");
        html.Write("</svg>"u8);
    }

    private int PlaceOf(int day) => Edge + (int)((long)(day - from) * (Width - (2 * Edge)) / days);
}
