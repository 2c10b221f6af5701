namespace Samstyre.Storage;

/// <summary>An entry of the audit log.</summary>
/// <param name="Position">Its number in the portfolio's log, from 1.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What kind of thing it was done to: the name of its table.</param>
/// <param name="SubjectId">Which of them; null for many.</param>
/// <param name="Details">A JSON object; under <c>before</c> and <c>after</c> what changed. It holds people's words as they wrote them.</param>
/// <param name="RoundId">The round that it concerns; null for none or several.</param>
/// <param name="InitiativeId">The initiative that it concerns; null for none or several.</param>
public sealed record AuditRow(long Position, DateTimeOffset RecordedAt, string Actor, string Action, string Subject, Guid? SubjectId, string Details, Guid? RoundId, Guid? InitiativeId);

/// <summary>Which entries of the audit log; what is null does not narrow.</summary>
/// <param name="Subject">What kind of thing they were done to.</param>
/// <param name="SubjectId">To which of them.</param>
/// <param name="RoundId">Which round they concern, whatever they were done to.</param>
/// <param name="InitiativeId">Which initiative they concern, whatever they were done to.</param>
public sealed record AuditFilter(string? Subject = null, Guid? SubjectId = null, Guid? RoundId = null, Guid? InitiativeId = null);
