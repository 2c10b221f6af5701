using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>Words that several figures share.</summary>
internal static class FigureWords
{
    public static readonly LocalText NotStated = new("Ikke oppgitt", "Ikkje oppgitt", "Not stated");
    public static readonly LocalText Initiatives = new("Tiltak", "Tiltak", "Initiatives");
    public static readonly LocalText Initiative = new("Tiltak", "Tiltak", "Initiative");
    public static readonly LocalText NationalId = new("Id", "Id", "Id");
    public static readonly LocalText Organisation = new("Virksomhet", "Verksemd", "Organisation");
    public static readonly LocalText StrategyArea = new("Strategisk område", "Strategisk område", "Strategy area");
    public static readonly LocalText Phase = new("Fase", "Fase", "Phase");
    public static readonly LocalText Status = new("Status", "Status", "Status");
    public static readonly LocalText Risk = new("Risiko", "Risiko", "Risk");
    public static readonly LocalText Cause = new("Årsak", "Årsak", "Cause");
    public static readonly LocalText Round = new("Innmelding", "Innmelding", "Round");
    public static readonly LocalText Budget = new("Budsjett", "Budsjett", "Budget");
    public static readonly LocalText NoBudget = new("Uten oppgitt budsjett", "Utan oppgitt budsjett", "Without a stated budget");
    public static readonly LocalText Share = new("Andel", "Del", "Share");
    public static readonly LocalText Total = new("I alt", "I alt", "In all");


    /// <summary>In the place of a value that can't be computed, as a cell has it.</summary>
    public static readonly LocalText CantBeSaid = new("kan ikke sies", "kan ikkje seiast", "can't be said");

    /// <summary>The budget that an initiative stands with.</summary>
    public static Money? BudgetOf(Standing standing) => standing.Facts.Budget;

    /// <summary>Green, yellow, red and not stated, in the order in which they are shown.</summary>
    public static readonly (TrafficLight? Light, string Key, LocalText Name, Tone Tone)[] Lights =
    [
        (TrafficLight.Green, "Green", new("Grønn", "Grøn", "Green"), Tone.Green),
        (TrafficLight.Yellow, "Yellow", new("Gul", "Gul", "Yellow"), Tone.Yellow),
        (TrafficLight.Red, "Red", new("Rød", "Raud", "Red"), Tone.Red),
        (null, "NotStated", NotStated, Tone.NotStated),
    ];

    /// <summary>Where in <see cref="Lights"/> a colour stands.</summary>
    public static int PlaceOf(TrafficLight? light) => light is { } stated ? (int)stated : Lights.Length - 1;

    /// <summary>Where in <see cref="Levels"/> a level stands.</summary>
    public static int PlaceOf(Level? level) => level is { } stated ? (int)stated : Levels.Length - 1;

    /// <summary>High, medium, low and not stated.</summary>
    public static readonly (Level? Level, string Key, LocalText Name, Tone Tone)[] Levels =
    [
        (Domain.Level.High, "High", new("Høy", "Høg", "High"), Tone.High),
        (Domain.Level.Medium, "Medium", new("Middels", "Middels", "Medium"), Tone.Medium),
        (Domain.Level.Low, "Low", new("Lav", "Låg", "Low"), Tone.Low),
        (null, "NotStated", NotStated, Tone.NotStated),
    ];

    /// <summary>The phases in order, and not stated.</summary>
    public static readonly (Phase? Phase, string Key, LocalText Name)[] Phases =
    [
        (Domain.Phase.Concept, "Concept", new("Konsept", "Konsept", "Concept")),
        (Domain.Phase.Planning, "Planning", new("Planlegging", "Planlegging", "Planning")),
        (Domain.Phase.Execution, "Execution", new("Gjennomføring", "Gjennomføring", "Execution")),
        (Domain.Phase.Closing, "Closing", new("Avslutning", "Avslutning", "Closing")),
        (Domain.Phase.Realisation, "Realisation", new("Realisering", "Realisering", "Realisation")),
        (null, "NotStated", NotStated),
    ];

    /// <summary>Where in <see cref="Phases"/> a phase stands.</summary>
    public static int PlaceOf(Phase? phase) => phase is { } stated ? (int)stated : Phases.Length - 1;

    /// <summary>A level; null where none is stated.</summary>
    public static LocalText? NameOf(Level? level) => level is { } stated ? Levels[PlaceOf(stated)].Name : null;

    /// <summary>A phase; null where none is stated.</summary>
    public static LocalText? NameOf(Phase? phase) => phase is { } stated ? Array.Find(Phases, one => one.Phase == stated).Name : null;

    /// <summary>A round as its month.</summary>
    public static LocalText NameOf(Round round) => new(
        round.Month.ToText(Language.Bokmal), round.Month.ToText(Language.Nynorsk), round.Month.ToText(Language.English));

    /// <summary>A strategy area with its number.</summary>
    public static LocalText NameOf(StrategyArea area) => Numbered(area.Code, area.Name);

    /// <summary>A focus area with its number.</summary>
    public static LocalText NameOf(FocusArea area) => Numbered(area.Code, area.Name);

    // An area whose own name is not known is called by its number: "Focus area 6.3".
    private static LocalText Numbered(string code, LocalText name)
    {
        return new(In(Language.Bokmal), In(Language.Nynorsk), In(Language.English));

        string In(Language language) => name.In(language).Split(' ').Contains(code) ? name.In(language) : $"{code} {name.In(language)}";
    }

    /// <summary>The same words in every language: names.</summary>
    public static LocalText Same(string name) => new(name);
}
