using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;
using Xunit;

namespace Samstyre.Tests.Import;

public sealed class ChoiceTextTests
{
    [Theory]
    [InlineData("Grønn", TrafficLight.Green, null)]
    [InlineData("Grønt", TrafficLight.Green, null)]
    [InlineData("GUL", TrafficLight.Yellow, null)]
    [InlineData("Gult lys", TrafficLight.Yellow, null)]
    [InlineData("Gul (uendret)", TrafficLight.Yellow, null)]
    [InlineData("Gul*", TrafficLight.Yellow, null)]
    [InlineData("Rød", TrafficLight.Red, null)]
    [InlineData("Raud", TrafficLight.Red, null)]
    [InlineData("Gul (N) – Grønn (T)", TrafficLight.Yellow, "ChoiceSeveral")]
    [InlineData("Gul/rød", TrafficLight.Yellow, "ChoiceSeveral")]
    [InlineData("Grønn → Gul", TrafficLight.Green, "ChoiceSeveral")]
    [InlineData("Ikke rød", TrafficLight.Red, "ChoiceInterpreted")]
    [InlineData("Gul?", TrafficLight.Yellow, "ChoiceInterpreted")]
    [InlineData("<Grønn>", TrafficLight.Green, "ValueInBrackets")]
    [InlineData("<Grønn/Gul/Rød>", null, null)]
    [InlineData("", null, null)]
    [InlineData("-", null, null)]
    [InlineData("N/A", null, null)]
    [InlineData("Utført", null, "ChoiceWords")]
    [InlineData("Lukket", null, "ChoiceWords")]
    [InlineData("Grnn", null, "ChoiceUnknown")]
    [InlineData("Oransje", null, "ChoiceUnknown")]
    [InlineData("G", null, "ChoiceUnknown")]
    [InlineData("🟡", null, "ChoiceUnknown")]
    public void Colour_Words_GiveColourAndDoubt(string text, TrafficLight? colour, string? code) => Check(ChoiceText.Colour(text), colour, code);

    [Fact]
    public void Colour_WordsWithoutColour_AreKeptAsInformationOnly() => ChoiceText.Colour("Utført").Doubt.ShouldNotBeNull().Severity.ShouldBe(FindingSeverity.Info);

    [Theory]
    [InlineData("H", Level.High, null)]
    [InlineData("Høy", Level.High, null)]
    [InlineData("Høg", Level.High, null)]
    [InlineData("Svært høy", Level.High, null)]
    [InlineData("Høy – må være på plass", Level.High, null)]
    [InlineData("M", Level.Medium, null)]
    [InlineData("Middels", Level.Medium, null)]
    [InlineData("Medium", Level.Medium, null)]
    [InlineData("lav", Level.Low, null)]
    [InlineData("Middels/Høy", Level.High, "ChoiceSeveral")]
    [InlineData("Middels / Høy", Level.High, "ChoiceSeveral")]
    [InlineData("H/M/L", Level.High, "ChoiceSeveral")]
    [InlineData("Middles/høy", Level.High, "ChoiceInterpreted")]
    [InlineData("Ikke høy", Level.High, "ChoiceInterpreted")]
    [InlineData("Høy?", Level.High, "ChoiceInterpreted")]
    [InlineData("Avklares m leverandør", Level.Medium, "ChoiceInterpreted")]
    [InlineData("<H/M/L>", null, null)]
    [InlineData("N/A", null, null)]
    [InlineData("Ingen", null, null)]
    [InlineData("Vet ikke", null, null)]
    [InlineData("x", null, "ChoiceUnknown")]
    [InlineData("Kritisk", null, "ChoiceUnknown")]
    [InlineData("HH", null, "ChoiceUnknown")]
    public void Level_Words_GiveLevelAndDoubt(string text, Level? level, string? code) => Check(ChoiceText.Level(text), level, code);

    [Theory]
    [InlineData("Ja", true, null)]
    [InlineData("ja.", true, null)]
    [InlineData("Nei*", false, null)]
    [InlineData("", null, null)]
    [InlineData("<Ja/Nei>", null, null)]
    [InlineData("Ja/Nei", null, "ChoiceUnchosen")]
    [InlineData("Ja og nei", null, "ChoiceUnchosen")]
    [InlineData("Delvis", null, "ChoiceHedged")]
    [InlineData("Ja, delvis", null, "ChoiceHedged")]
    [InlineData("Ja (tilpasset)", true, "ChoiceInterpreted")]
    [InlineData("Nei, men planlegges", false, "ChoiceInterpreted")]
    [InlineData("<Ja>", true, "ValueInBrackets")]
    [InlineData("Vet ikke", null, "ChoiceUnknown")]
    public void YesNo_Words_GiveAnswerAndDoubt(string text, bool? answer, string? code) => Check(ChoiceText.YesNo(text), answer, code);

    [Theory]
    [InlineData("Ja", Answer.Yes, null)]
    [InlineData("Ja, overordnet", Answer.Yes, null)]
    [InlineData("Nei, ikke ennå", Answer.No, null)]
    [InlineData("I arbeid", Answer.InProgress, null)]
    [InlineData("Under utarbeidelse", Answer.InProgress, null)]
    [InlineData("Delvis", Answer.InProgress, null)]
    [InlineData("", null, null)]
    [InlineData("<Ja/Nei>", null, null)]
    [InlineData("Ja/Nei", null, "ChoiceUnchosen")]
    [InlineData("Ja/Nei/I arbeid", null, "ChoiceUnchosen")]
    [InlineData("Ja, i arbeid", Answer.Yes, "ChoiceInterpreted")]
    [InlineData("Nei, under utarbeidelse", Answer.No, "ChoiceInterpreted")]
    [InlineData("Ikke påbegynt", Answer.No, "ChoiceInterpreted")]
    [InlineData("Ikke i arbeid", Answer.No, "ChoiceInterpreted")]
    [InlineData("Ja?", Answer.Yes, "ChoiceInterpreted")]
    [InlineData("N/A", Answer.Other, "ChoiceUnknown")]
    [InlineData("Planlegges", Answer.Other, "ChoiceUnknown")]
    public void Answer_Words_GiveAnswerAndDoubt(string text, Answer? answer, string? code) => Check(ChoiceText.Answer(text), answer, code);

    [Theory]
    [InlineData("Konsept", Phase.Concept, null)]
    [InlineData("Konseptfasen", Phase.Concept, null)]
    [InlineData("Planlegging", Phase.Planning, null)]
    [InlineData("Gjennomføringsfasen", Phase.Execution, null)]
    [InlineData("Gjenomføring", Phase.Execution, null)]
    [InlineData("Avslutning", Phase.Closing, null)]
    [InlineData("Realisering", Phase.Realisation, null)]
    [InlineData("Planlegging/gjennomføring", Phase.Execution, "ChoiceSeveral")]
    [InlineData("Plan- og gjennomføring", Phase.Execution, "ChoiceSeveral")]
    [InlineData("Avventer gjennomføring", Phase.Execution, "ChoiceInterpreted")]
    [InlineData("Ferdig gjennomført", Phase.Execution, "ChoiceInterpreted")]
    [InlineData("<Fase>", null, null)]
    [InlineData("Idéfase", null, "ChoiceUnknown")]
    [InlineData("Drift", null, "ChoiceUnknown")]
    public void Phase_Words_GivePhaseAndDoubt(string text, Phase? phase, string? code) => Check(ChoiceText.Phase(text), phase, code);

    [Theory]
    [InlineData("4", "4", null)]
    [InlineData("1. Tjenester og applikasjoner", "1", null)]
    [InlineData("Kat. 1", "1", null)]
    [InlineData("1/5", "1,5", null)]
    [InlineData("4 og 3", "3,4", null)]
    [InlineData("Annet", "Other", null)]
    [InlineData("", null, null)]
    [InlineData("Infrastruktur", "4", "ChoiceInterpreted")]
    [InlineData("1-3", "1,3", "ChoiceInterpreted")]
    [InlineData("5.1", "1,5", "ChoiceInterpreted")]
    [InlineData("RM5-T3", "3,5", "ChoiceInterpreted")]
    [InlineData("6", null, "ChoiceUnknown")]
    [InlineData("12.20", null, "ChoiceUnknown")]
    public void Category_Words_GiveCategoriesAndDoubt(string text, string? category, string? code)
    {
        var read = ChoiceText.Category(text);
        read.Value.ShouldBe(category);
        read.Doubt?.Code.ShouldBe(code);
        (read.Doubt is null).ShouldBe(code is null);
    }

    private static void Check<T>(Read<T?> read, T? value, string? code)
        where T : struct
    {
        read.Value.ShouldBe(value);
        (read.Doubt?.Code).ShouldBe(code);
    }
}
