namespace Samstyre.App.Features.Demo;

/// <summary>Words that made-up initiatives are told with. Short, and nobody's own.</summary>
internal static class PortfolioWords
{
    public static readonly string[] Kinds =
    [
        "Felles", "Regional", "Nasjonal", "Ny", "Digital", "Bedre", "Åpen", "Trygg", "Enklere", "Moderne", "Helhetlig", "Mobil", "Sikker", "Raskere", "Lokal",
        "Interregional", "Kommunal", "Samlet", "Smidig", "Automatisk", "Delt", "Selvbetjent", "Tverrfaglig", "Framtidas", "Grønn",
    ];

    public static readonly string[] Topics =
    [
        "journal", "kurve", "timebestilling", "legemiddelliste", "prøvesvartjeneste", "bildedeling", "hjemmeoppfølging", "pasientdialog", "henvisning", "epikrise",
        "fødselsjournal", "ambulansejournal", "legevaktløsning", "vaksineoversikt", "kreftregister", "hjerteregister", "behandlingsplan", "pasientreise", "egenmåling",
        "smitteoversikt", "tannhelsejournal", "helsestasjon", "velferdsteknologi", "trygghetsalarm", "dokumentdeling", "tilgangsstyring", "pålogging", "meldingstjeneste",
        "terminologitjeneste", "persontjeneste", "adresseregister", "laboratoriesystem", "røntgensystem", "operasjonsplan", "sengestyring", "ressursstyring", "blodbank",
        "medisinlager", "varslingstjeneste", "innsynstjeneste",
    ];

    public static readonly string[] Places =
    [
        "i Innlandet", "i Agder", "i Nordland", "i Finnmark", "på Vestlandet", "i Trøndelag", "i Viken", "i Troms", "i Telemark", "i Østfold", "i Rogaland", "på Møre",
        "for barn", "for eldre", "for unge", "for fastleger", "for sykehus", "for kommuner", "for avtalespesialister", "for psykisk helse",
    ];

    public static readonly string[] Aims =
    [
        "Gi innbyggerne oversikt over egen helse", "Korte ned ventetiden", "Samle opplysninger på ett sted", "Fjerne dobbeltføring", "Gjøre overganger tryggere",
        "Dele opplysninger på tvers", "Frigjøre tid til pasienten", "Erstatte utdaterte systemer", "Styrke pasientsikkerheten", "Gjøre planlegging enklere",
    ];

    public static readonly string[] Means =
    [
        "ved hjelp av en felles tjeneste", "med åpne grensesnitt", "gjennom standardiserte meldinger", "i tett samarbeid med brukerne", "trinn for trinn i hele landet",
        "med gjenbruk av felles komponenter", "uten nye fagsystemer", "sammen med leverandørene",
    ];

    public static readonly string[] Deliverables =
    [
        "Kravspesifikasjon", "Anskaffelse", "Konseptvalg", "Pilot", "Første versjon", "Integrasjon mot journal", "Opplæring", "Innføring i første region", "Innføring i alle regioner",
        "Overføring til forvaltning", "Sikkerhetsvurdering", "Testmiljø", "Gevinstplan", "Datamigrering", "Brukerstøtte", "Sluttrapport",
    ];

    public static readonly string[] Causes =
    [
        "Leverandøren er forsinket", "Nøkkelpersoner mangler", "Finansieringen er ikke avklart", "Venter på avhengigheter", "Testingen tar lengre tid", "Planen legges om",
        "Kostnadene øker", "Rettslig grunnlag mangler", "Mottakerne er ikke klare", "Feil i pilot må rettes",
    ];

    public static readonly string[] Risks =
    [
        "For få fagfolk i gjennomføringen", "Grensesnitt kommer for sent", "Uklart ansvar for forvaltning", "Lav oppslutning i kommunene", "Økte lisenskostnader",
        "Mangelfull datakvalitet", "Sårbarhet i integrasjoner", "Forsinket godkjenning av personvern",
    ];

    public static readonly string[] Measures =
    [
        "tett oppfølging i styringsgruppa", "tidlig testing", "ekstra bemanning", "avtale med leverandør", "trinnvis innføring", "egen plan for opplæring",
    ];

    public static readonly string[] Needs =
    [
        "API for pasientdata", "Felles pålogging", "Kodeverk", "Kapasitet i testmiljø", "Avklart lovgrunnlag", "Grunndata om personell", "Meldingsformat", "Midler fra neste år",
        "Oppgradert journal", "Tilgang til helsenettet",
    ];

    public static readonly string[] Uses = ["innføring", "test og godkjenning", "første pilot", "datautveksling", "oppstart av neste fase", "gevinstuttak"];

    public static readonly string[] Benefits =
    [
        "Færre telefoner og brev", "Mindre leting etter opplysninger", "Tryggere legemiddelbruk", "Kortere liggetid", "Bedre grunnlag for forskning", "Færre dobbeltundersøkelser",
    ];

    public static readonly string[] Actors = ["Fastleger", "Sykehus", "Kommuner", "Innbyggere", "Apotek", "Laboratorier", "Legevakt", "Tannhelsetjenesten"];

    public static readonly string[] Comments =
    [
        "Beløpene er foreløpige og revideres i neste budsjett.", "Egeninnsats i linja er ikke regnet med.", "Tallene bygger på erfaring fra pilot.",
        "Videre finansiering behandles til våren.", "Fordelingen mellom partene forhandles.", "Ingen endring siden forrige innmelding.",
    ];

    public static readonly string[] Payers = ["Samfinansiering", "Statsbudsjettet", "Egne midler", "Medfinansieringsordningen", "Investeringsmidler", "Tilskudd"];
}
