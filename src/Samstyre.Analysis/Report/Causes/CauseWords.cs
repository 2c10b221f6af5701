using Samstyre.Domain;

namespace Samstyre.Analysis;

/// <summary>A common cause of yellow or red status, with the words that tell of it.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Norwegian">Beginnings of words and phrases in Bokmål and Nynorsk, lower case. A star before: anywhere in a word; a blank after: the whole word.</param>
/// <param name="English">The same in English.</param>
public sealed record Cause(string Key, LocalText Name, IReadOnlyList<string> Norwegian, IReadOnlyList<string> English);

/// <summary>The word list of common causes. It is data: a line more is a cause more.</summary>
public static class CauseWords
{
    /// <summary>In the order in which figures of equal size show them.</summary>
    public static IReadOnlyList<Cause> All { get; } =
    [
        new("delay", new("Forsinkelse", "Forseinking", "Delay"),
            ["forsink", "forseink", "etter plan", "bak plan", "bak skjema", "etter skjema", "utsatt", "utsett", "utsatte", "skjøvet", "skyves", "forskjøvet", "forskyv", "ikke i rute", "ikkje i rute", "sen ", "sene ", "sein ", "seine ", "tar lengre tid", "tek lengre tid", "tregere", "påvirket fremdrift", "påverka framdrift", "redusert fremdrift", "lavere fremdrift", "svak fremdrift", "manglende fremdrift", "lågare framdrift", "*utsettelse"],
            ["delay", "behind schedule", "behind plan", "postpone", "late "]),
        new("resources", new("Ressurser", "Ressursar", "Resources"),
            ["*ressurs", "bemann", "kapasitet hos", "mangel på folk", "knapt med folk", "nøkkelperson", "*kompetanse", "sykefravær", "sjukefråvær", "sykdom", "rekrutter", "vakans", "ledig stilling", "nedprioriter", "manglende kapasitet", "manglande kapasitet", "arbeidskapasitet"],
            ["resourc", "staff", "capacity of the team", "recruit", "key person"]),
        new("funding", new("Finansiering", "Finansiering", "Funding"),
            ["*finansier", "*bevilg", "*løyving", "budsjett", "økonomi", "midler ", "midlar ", "kostnad"],
            ["funding", "budget", "financ", "cost"]),
        new("supplier", new("Leverandør", "Leverandør", "Supplier"),
            ["*leverandør", "anskaff", "kontrakt", "anbud"],
            ["supplier", "vendor", "procure", "contract"]),
        new("ehr-suppliers", new("Kapasitet hos journalleverandørene", "Kapasitet hos journalleverandørane", "Capacity of the EHR suppliers"),
            ["epj-leverandør", "epj leverandør", "journalleverandør", "epj-utvikling", "epj-løsning", "dips", "epj-system", "leverandører av epj", "leverandørane av epj"],
            ["ehr supplier", "ehr vendor"]),
        new("dependencies", new("Avhengigheter til andre", "Avhengnader til andre", "Dependencies"),
            ["avheng", "avvent", "venter på", "ventar på", "i påvente", "beslutning", "avgjerd", "avklaring", "avklart", "uavklart"],
            ["depend", "wait for", "waiting", "awaiting", "decision", "clarif"]),
        new("pandemic", new("Pandemien", "Pandemien", "The pandemic"),
            ["pandemi", "korona", "corona", "covid", "smittevern"],
            ["pandemic", "covid", "corona"]),
        new("replanning", new("Replanlegging", "Omplanlegging", "Replanning"),
            ["replanlegg", "re-planlegg", "omplanlegg", "ny plan", "ny tidsplan", "nye planer", "nye planar", "revidert plan", "revidere plan", "planene revideres", "omprioriter", "rebaseline"],
            ["replan", "re-plan", "new plan", "revised plan", "rebaselin"]),
    ];
}
