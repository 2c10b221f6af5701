using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>How mature an initiative's work on benefits is: a point for each of the four questions answered yes, half a point for one in progress, and a point for a responsible named. High from four points, medium from two, low below that.</summary>
internal static class MaturityRule
{
    private const decimal High = 4m;
    private const decimal Medium = 2m;

    public static readonly LocalText Words = new(
        "Modenheten gir ett poeng for hvert av de fire spørsmålene om gevinster som er besvart med ja (begrunnelse, gevinster identifisert, gevinstplan, realisering i gang), et halvt poeng for hvert som er i arbeid, og ett poeng for at en gevinstansvarlig er oppgitt. Høy er minst 4 poeng, middels minst 2, lav under 2. Tiltak som verken har svart på noe spørsmål eller oppgitt en ansvarlig, har ikke oppgitt modenhet.",
        "Modninga gir eitt poeng for kvart av dei fire spørsmåla om gevinstar som er svart på med ja (grunngiving, gevinstar identifiserte, gevinstplan, realisering i gang), eit halvt poeng for kvart som er i arbeid, og eitt poeng for at ein gevinstansvarleg er oppgitt. Høg er minst 4 poeng, middels minst 2, låg under 2. Tiltak som verken har svart på noko spørsmål eller oppgitt ein ansvarleg, har ikkje oppgitt modning.",
        "Maturity gives a point for each of the four questions about benefits answered yes (business case, benefits identified, benefit plan, realisation under way), half a point for each that is in progress, and a point for a named responsible. High is at least 4 points, medium at least 2, low below 2. Initiatives that neither answer a question nor name a responsible do not state their maturity.");

    /// <summary>The maturity of a report; null where it answers nothing and names nobody.</summary>
    public static Level? Of(Report report)
    {
        var maturity = report.BenefitMaturity;
        var named = !string.IsNullOrWhiteSpace(report.BenefitOwnersText);
        if (!named && maturity is { Justification: null, Identified: null, Plan: null, Activities: null }) return null;
        var points = (named ? 1m : 0m) + Points(maturity.Justification) + Points(maturity.Identified) + Points(maturity.Plan) + Points(maturity.Activities);
        return points >= High ? Level.High : points >= Medium ? Level.Medium : Level.Low;
    }

    private static decimal Points(Answer? answer) => answer switch { Answer.Yes => 1m, Answer.InProgress => 0.5m, _ => 0m };
}
