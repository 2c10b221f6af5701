using Samstyre.App.Features.Desk;
using Samstyre.Domain;
using Samstyre.Import;

namespace Samstyre.App.Features.Dependencies;

/// <summary>The posted fields of a plan; an empty field says nothing.</summary>
internal sealed class PostedPlan(DeskVisit desk)
{
    /// <summary>What could not be read; null where all could.</summary>
    public Problem? Problem { get; private set; }

    public string? Text(string field) => desk.Posted(field).Trim() is { Length: > 0 } text ? text : null;

    public PartialDate? Date(string field)
    {
        if (Text(field) is not { } text) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        if (WrittenDate.Read(text) is { } written) return written;
        Problem ??= new Problem("PlanDateUnclear", field, "Write a date such as 2021, Q4 2021 or 31.10.2021.");
        return null;
    }

    public T? Choice<T>(string field)
        where T : struct, Enum =>
        Text(field) is { } text && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
