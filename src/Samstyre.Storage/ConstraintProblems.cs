using Npgsql;
using Samstyre.Domain;

namespace Samstyre.Storage;

/// <summary>The refusals of the database that people can cause, as problems with a sentence. A constraint that is not here is broken by a bug alone, and its exception goes on.</summary>
public static class ConstraintProblems
{
    private static readonly Dictionary<string, Problem> ByConstraint = new[]
    {
        ("portfolio_code_unique", new Problem("PortfolioCodeTaken", "code", "There is a portfolio with that code already: choose another.")),
        ("portfolio_code_form", new("PortfolioCodeForm", "code", "A portfolio's code is lower-case letters, digits and hyphens, at most 60: e-health.")),
        ("round_code_unique", new("RoundCodeTaken", "code", "The portfolio has a round with that code already: choose another.")),
        ("round_code_form", new("RoundCodeForm", "code", "A round's code is lower-case letters, digits and hyphens, at most 60: 2020-03.")),
        ("round_portfolio_fk", new("PortfolioUnknown", "portfolio", "There is no such portfolio.")),
        ("initiative_portfolio_fk", new("PortfolioUnknown", "portfolio", "There is no such portfolio.")),
        ("initiative_national_id_unique", new("NationalIdTaken", "nationalId", "Another initiative of the portfolio has that national id already.")),
        ("initiative_national_id_positive", new("NationalIdForm", "nationalId", "A national id is a whole number above zero.")),
        ("initiative_name_not_blank", new("InitiativeNameMissing", "name", "An initiative needs a name.")),
        ("report_immutable", new("ReportImmutable", null, "A submitted report is never changed: submit a correction, which becomes a new revision.")),
        ("audit_entry_after_publication", new("PublishedMeanwhile", null, "A round was published while this was being recorded: do it again.")),
        ("publication_immutable", new("PublicationImmutable", null, "What was published stands: publish the round again with a reason.")),
        ("round_due_after_opening", new("RoundDueBeforeOpening", "due", "The last day of reporting must not be before the first.")),
        ("draft_value_value_size", new("FieldTooLong", null, "A text may have at most 200,000 letters.")),
        ("report_text_size", new("ReportTextTooLong", "text", "A chapter may have at most 200,000 letters.")),
        ("account_email_form", new("EmailForm", "email", "Write a whole e-mail address: name@example.org.")),
        ("account_name_not_blank", new("NameMissing", "name", "Write the person's name.")),
        ("account_language_known", new("LanguageUnknown", "language", "Choose nb, nn or en.")),
        ("source_file_immutable", new("SourceFileImmutable", null, "The original of an import is never changed.")),
    }.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The problem that a refusal of the database means; null where people did not cause it.</summary>
    public static Problem? Of(PostgresException refusal) => refusal.ConstraintName is { } name ? ByConstraint.GetValueOrDefault(name) : null;
}
