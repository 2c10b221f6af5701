using System.Collections.Frozen;
using Samstyre.Domain;

namespace Samstyre.Import;

/// <summary>What words of lists probably mean that are none of the form's choices. Always asked about.</summary>
internal static class ChoiceWords
{
    private static readonly FrozenDictionary<string, TrafficLight> Lights = Index(
        (TrafficLight.Green, ["green", "g", "ok", "på plan", "i rute", "etter plan", "etter planen", "som planlagt", "on track", "on plan", "lav", "lavt", "lav risiko", "låg", "lågt", "low"]),
        (TrafficLight.Yellow, ["yellow", "amber", "y", "avvik", "noe avvik", "mindre avvik", "noe forsinket", "bak plan", "at risk", "middels", "medium", "moderat"]),
        (TrafficLight.Red, ["red", "r", "forsinket", "forseinka", "kritisk", "alvorlig avvik", "store avvik", "vesentlig avvik", "off track", "critical", "høy", "høyt", "høg", "høy risiko", "high"]));

    private static readonly FrozenDictionary<string, Phase> Phases = Index(
        (Phase.Concept, ["concept", "konsept", "utredning", "forstudie", "forprosjekt"]),
        (Phase.Planning, ["planning", "planfase", "plan", "planlagt"]),
        (Phase.Execution, ["execution", "gjennomføring", "pågår", "pågående", "under arbeid", "utvikling", "implementering"]),
        (Phase.Closing, ["closing", "avslutning", "avsluttes"]),
        (Phase.Realisation, ["realisation", "realization", "realisering", "gevinstrealisering", "gevinstuttak"]));

    /// <summary>The colour that the words mean; null where they are not known.</summary>
    public static TrafficLight? Light(string words) => Lights.TryGetValue(ColumnMapping.ValueKey(words), out var light) ? light : null;

    /// <summary>The phase that the words mean; null where they are not known.</summary>
    public static Phase? PhaseOf(string words) => Phases.TryGetValue(ColumnMapping.ValueKey(words), out var phase) ? phase : null;

    private static FrozenDictionary<string, T> Index<T>(params ReadOnlySpan<(T Value, string[] Words)> all)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (value, words) in all)
        {
            foreach (var word in words) index[ColumnMapping.ValueKey(word)] = value;
        }

        return index.ToFrozenDictionary();
    }
}
