using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What a person should look at because the file did not show its cells for sure.</summary>
internal static partial class FormParser
{
    /// <summary>The report with a finding for each field whose label or answer stands in doubtful blocks; for every field where nobody knows whose they are.</summary>
    public static Report WithDoubts(Report report, FormBlocks form)
    {
        if (!form.Blocks.Concat(form.Cover).Any(block => block.IsDoubtful)) return report;
        var parts = FormParts.Of(form.Blocks, out var unread);
        // A heading that was recognised was read right.
        var doubtful = parts.Where(part => (part.Head.IsDoubtful && part.Label != Label.Heading) || part.Body.Exists(block => block.IsDoubtful)).ToList();
        // What stands before the first label, or in words that are none, may belong to any field.
        var fields = unread.Exists(block => block.IsDoubtful) || doubtful.Exists(part => part.Label == Label.Heading)
            ? Expected.Select(expected => expected.Field).Append("name")
            : doubtful.SelectMany(part => FieldsOf(part.Label));
        // A value that was found under another label's row stands in doubt with it.
        var lines = form.Blocks.Where(block => block.IsDoubtful).Select(block => block.Place.Line).ToHashSet();
        fields = fields.Concat(report.Provenance.Where(found => lines.Contains(found.Value)).Select(found => found.Key));
        if (form.Cover.Any(block => block.IsDoubtful)) fields = fields.Append("revised");
        return report with
        {
            Findings =
            [
                .. report.Findings,
                .. fields.Distinct().Select(field => new Finding(field, FindingSeverity.Review, "The file does not show for sure where a cell ends and the next one begins; see whether the value is right.", null, "CellsUnsure", form.Blocks[0].Place.Line)),
            ],
        };
    }

    private static IEnumerable<string> FieldsOf(Label label) => label switch
    {
        Label.Name => ["name"],
        Label.StrategyRow => ["strategicFit"],
        Label.FundingTotal => ["fundingTotal", "funding"],
        Label.BenefitKindRow => ["benefitKinds"],
        Label.StatusCause => ["statusCause"],
        Label.Unquantified => ["unquantifiedBenefitsText"],
        Label.OtherProjectsRealise => ["otherProjectsRealiseText"],
        Label.OtherProjects or Label.EhrGp or Label.EhrMunicipal or Label.EhrSpecialist or Label.OrgSpecialist or Label.OrgMunicipal or Label.GpRoutines => ["prerequisites"],
        _ => Expected.Where(expected => expected.Label == label).Select(expected => expected.Field),
    };
}
