using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>The rules that a report is checked by, as data. Those about values that must agree are <see cref="ConsistencyRules"/>, told at each field that is off.</summary>
public static class CheckRules
{
    /// <summary>All rules, those that come first speak first.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("part-blank", FindingSeverity.Error, new(
            "Denne delen av skjemaet er tom. Fyll den ut, eller skriv i kommentaren hvorfor den ikke kan fylles ut.",
            "Denne delen av skjemaet er tom. Fyll han ut, eller skriv i kommentaren kvifor han ikkje kan fyllast ut.",
            "This part of the form is blank. Fill it in, or say in its comment why you can't.")) { Test = RequiredParts.Blank },
        new("risk-missing", FindingSeverity.Error, new(
            "Risikoen mangler. Velg grønn, gul eller rød.", "Risikoen manglar. Vel grøn, gul eller raud.", "The risk is missing. Choose green, yellow or red.")) { Test = RequiredParts.WithoutRisk },
        new("value-missing", FindingSeverity.Info, new(
            "Dette feltet er ikke fylt ut.", "Dette feltet er ikkje fylt ut.", "This field is not filled in.")) { Test = RequiredParts.Missing },
        new("placeholder-left", FindingSeverity.Error, new(
            "Her står det igjen tekst fra malen. Skriv din egen tekst, eller la feltet stå tomt.", "Her står det att tekst frå malen. Skriv din eigen tekst, eller la feltet stå tomt.", "Text of the template is left here. Write your own, or leave the field blank.")) { Test = report => PlaceholderTexts.Of(report, PlaceholderKind.Template) },
        new("undecided-left", FindingSeverity.Review, new(
            "Her står det at noe ikke er bestemt. Skriv når det blir avklart.", "Her står det at noko ikkje er bestemt. Skriv når det blir avklart.", "This says that something is not decided. Say when it will be.")) { Test = report => PlaceholderTexts.Of(report, PlaceholderKind.Undecided) },
        Agreeing("funding-total-differs", " Rett tallene, eller forklar forskjellen.", " Rett tala, eller forklar skilnaden.", " Correct the amounts, or explain the difference."),
        Agreeing("total-cost-below-funded", " Rett beløpene, eller forklar forskjellen.", " Rett beløpa, eller forklar skilnaden.", " Correct the amounts, or explain the difference."),
        Agreeing("amount-too-high", " Skriv det i millioner kroner, eller forklar.", " Skriv det i millionar kroner, eller forklar.", " Write it in NOK million, or explain."),
        Agreeing("cause-missing", " Skriv årsaken.", " Skriv årsaka.", " Write the cause."),
        Agreeing("mitigation-missing", " Skriv tiltakene.", " Skriv tiltaka.", " Write what is done."),
        Agreeing("phase-after-end", " Rett en av datoene.", " Rett ein av datoane.", " Correct one of the dates."),
        Agreeing("deliverable-after-end", " Rett en av datoene, eller forklar.", " Rett ein av datoane, eller forklar.", " Correct one of the dates, or explain."),
        Agreeing("end-passed", " Skriv en ny sluttdato, eller endre fasen.", " Skriv ein ny sluttdato, eller endre fasen.", " Write a new end date, or change the phase."),
        Agreeing("critical-dependency-without-deadline", " Skriv fristen, eller forklar hvorfor den mangler.", " Skriv fristen, eller forklar kvifor han manglar.", " Write the deadline, or explain why there is none."),
        new("critical-dependency-without-status", FindingSeverity.Review, new(
            "En avhengighet med høy kritikalitet har ingen status. Velg en status, eller forklar hvorfor den mangler.",
            "Ein avhengnad med høg kritikalitet har ingen status. Vel ein status, eller forklar kvifor han manglar.",
            "A dependency of high criticality has no status. Choose one, or explain why there is none.")) { Test = OpenRows.CriticalWithoutStatus },
        new("deliverable-overdue", FindingSeverity.Review, new(
            "Datoen for leveransen er passert, og leveransen er ikke levert. Skriv «levert» eller en ny dato, eller forklar.",
            "Datoen for leveransen er passert, og leveransen er ikkje levert. Skriv «levert» eller ein ny dato, eller forklar.",
            "The date of the deliverable has passed and it is not delivered. Write “delivered” or a new date, or explain.")) { Test = OpenRows.Overdue },
        new("budget-disappeared", FindingSeverity.Review, new(
            "Sist var det et budsjett her, nå er det borte. Skriv budsjettet, eller forklar hvorfor det er borte.",
            "Sist var det eit budsjett her, no er det borte. Skriv budsjettet, eller forklar kvifor det er borte.",
            "There was a budget here last time, and now it is gone. Write it, or explain why it is gone.")) { AboutChange = true, Test = LostBudgets.Of },
        new("value-jumped", FindingSeverity.Review, new(
            "Beløpet er endret med mer enn en tredel siden sist. Sjekk det, eller forklar endringen.",
            "Beløpet er endra med meir enn ein tredel sidan sist. Sjekk det, eller forklar endringa.",
            "The amount has changed by more than a third since last time. Check it, or explain the change.")) { AboutChange = true, Test = ChangedMuch.Jumps },
        new("significant-change", FindingSeverity.Review, new(
            "Dette er en vesentlig endring siden sist. Forklar den.", "Dette er ei vesentleg endring sidan sist. Forklar henne.", "This is a significant change since last time. Explain it.")) { AboutChange = true, Test = ChangedMuch.Significant },
    ];

    private static CheckRule Agreeing(string code, string bokmal, string nynorsk, string english)
    {
        var rule = ConsistencyRules.All.Single(one => one.Code == code);
        var sentence = rule.Sentence;
        return new(code, rule.Severity, new(sentence.Bokmal + bokmal, sentence.Nynorsk + nynorsk, sentence.English + english)) { Test = AgreeingValues.TestOf(rule) };
    }
}
