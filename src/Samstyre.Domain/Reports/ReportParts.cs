namespace Samstyre.Domain;

/// <summary>The place of a form in a file. Only what fits the kind of file is given.</summary>
/// <param name="File">The file's name, without folders.</param>
/// <param name="Line">First line of the form, from 1.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Slide">Slide, from 1.</param>
/// <param name="Sheet">Name of the sheet.</param>
public sealed record SourceRef(string File, int? Line = null, int? Page = null, int? Slide = null, string? Sheet = null);

/// <summary>A main deliverable.</summary>
/// <param name="Text">What is delivered.</param>
/// <param name="PlannedText">When, as written.</param>
/// <param name="Planned">When; null where the words give no date ("løpende", "levert").</param>
public sealed record Deliverable(string Text, string? PlannedText, PartialDate? Planned);

/// <summary>A source of funding over the form's columns.</summary>
/// <param name="Source">Who pays.</param>
/// <param name="Y">One cell per funding column, investment and operation added; null is not reported.</param>
public sealed record FundingSource(string Source, IReadOnlyList<Money?> Y);

/// <summary>How far the work on benefits has come; null is not answered.</summary>
/// <param name="Justification">Is there a business case?</param>
/// <param name="Identified">Are benefits identified?</param>
/// <param name="Plan">Is there a benefit plan?</param>
/// <param name="Activities">Is realisation under way?</param>
public sealed record BenefitMaturity(Answer? Justification, Answer? Identified, Answer? Plan, Answer? Activities);

/// <summary>A yearly benefit of one kind.</summary>
/// <param name="Kind">Reduced cost, avoided cost, freed time, as written.</param>
/// <param name="MnokPerYear">Million NOK per year; null where it gives no amount.</param>
public sealed record BenefitKind(string Kind, Money? MnokPerYear);

/// <summary>A row of the author's own risk table, as written.</summary>
/// <param name="Id">The author's number.</param>
/// <param name="Element">What may happen.</param>
/// <param name="Effect">What it leads to.</param>
/// <param name="Measure">What is done about it.</param>
/// <param name="DeadlineText">Until when.</param>
public sealed record RiskRow(string? Id, string? Element, string? Effect, string? Measure, string? DeadlineText);

/// <summary>Something that must happen so that the benefits are realised.</summary>
/// <param name="Criticality">How much depends on it; null is not stated.</param>
/// <param name="When">By when, as written.</param>
public sealed record Prerequisite(Level? Criticality, string? When);

/// <summary>The form's seven prerequisites; null for a row left blank.</summary>
public sealed record Prerequisites
{
    /// <summary>Other projects.</summary>
    public Prerequisite? OtherProjects { get; init; }

    /// <summary>EHR development, general practitioners.</summary>
    public Prerequisite? EhrGp { get; init; }

    /// <summary>EHR development, municipalities.</summary>
    public Prerequisite? EhrMunicipal { get; init; }

    /// <summary>EHR development, specialist care.</summary>
    public Prerequisite? EhrSpecialist { get; init; }

    /// <summary>Organisational development, specialist care.</summary>
    public Prerequisite? OrgSpecialist { get; init; }

    /// <summary>Organisational development, municipalities.</summary>
    public Prerequisite? OrgMunicipal { get; init; }

    /// <summary>Changed routines at the general practitioners.</summary>
    public Prerequisite? GpRoutines { get; init; }

    /// <summary>The seven by the interchange format's key, in the form's order.</summary>
    public IEnumerable<(string Key, Prerequisite? Row)> Rows() =>
    [
        ("otherProjects", OtherProjects), ("ehrGp", EhrGp), ("ehrMunicipal", EhrMunicipal), ("ehrSpecialist", EhrSpecialist),
        ("orgSpecialist", OrgSpecialist), ("orgMunicipal", OrgMunicipal), ("gpRoutines", GpRoutines),
    ];
}

/// <summary>What an initiative needs from others to deliver.</summary>
/// <param name="On">On whom: project, organisation or body.</param>
/// <param name="What">On what: a deliverable or result.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Category">Categories 1-5 joined by comma (<c>3,4</c>), <c>Other</c>, or null.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="DeadlineText">Deadline as written.</param>
/// <param name="Deadline">Deadline; null where the words give no date.</param>
/// <param name="Status">How it goes.</param>
public sealed record Dependency(
    string? On, string? What, string? Purpose, string? Category, Level? Criticality, string? DeadlineText, PartialDate? Deadline, TrafficLight? Status);
