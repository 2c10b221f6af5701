using System.Text;
using Samstyre.Domain;
using Samstyre.Import;
using Shouldly;

namespace Samstyre.Tests.Import;

/// <summary>A complete text form of an invented project. A test changes only the lines that it is about; a line is named by how it begins.</summary>
internal sealed class SampleForm
{
    private const string Template = """
        Sektoretaten for prøvesvar

        Felles prøvesvarhotell

        Revidert per oktober 2020

        Prosjekt-/programinformasjon

        Prosjekt-/programnavn:	Felles prøvesvarhotell
        ID Nasjonal e-helseportefølje:	417
        Ansvarlig virksomhet:	Helse Vest RHF
        Prosjekteier:	Avdeling for prøvesvar
        Prosjektleder:	Lederen for prøvesvar
        Formål/overordnet mål for prosjektet/programmet:	
        Svar på prøver skal finnes ett sted.	
        Antatt totalkostnad for prosjektet/programmet:	18,7 mill.
        Antatt totalkostnad som går til grunnmursleveranser:	7,8 mill.
        Antatt årlige forvaltningskostnader etter avslutning:	2,4 mill.
        Eventuelle kommentarer:	
        Summene er uten merverdiavgift.	
        Viktigste resultater/leveranser i hele prosjektperioden:	Planlagt levert
        Valgt leverandør	12.20
        Første laboratorium koblet på	Q2 2021
        Alle laboratorier koblet på	Høst 2022

        Finansieringskilder (alle tall i mill kr)	>2019	2019	2020	2021	2022>
        Egne midler		1,5	3	3	
        Tilskudd			2	5	4,2
        Sum finansiering:		1,5	5	8	4,2
        Kommentarer til finansiering:					
        Tilskuddet for siste år er søkt om.					
        Strategisk tilknytning:					
        Strategisk område	Innsatsområde:	x.1	x.2	x.3	
        1. Digitalisering av arbeidsprosesser		H			
        2. Bedre sammenheng i pasientforløp			M		
        3. Bedre bruk av helsedata				L	
        4. Helsehjelp på nye måter					
        5. Felles grunnmur for digitale tjenester		H			
        6. Nasjonal styring av e-helse og økt gjennomføring					
        Angi det primære innsatsområde for prosjektet/programmet				1.1	
        Eventuelle kommentarer:					
        Styres prosjektet/programmet iht. Difi sin prosjektveiviser?				Ja	
        Har prosjektet/programmet leveranser som er i ulike faser?				Nei	
        Hvilken fase er prosjektet/programmet i per dato? (Hvis flere faser, angi hvor hovedtyngden av leveranser nå er)				Når er fasen planlagt fullført	
        Gjennomføring				06.22	
        Hva er prosjektet/programmets sluttdato (hvis fastsatt)?				31.12.2022	
        Styres prosjektet/programmet iht. planer som revideres årlig?				Ja	
        Eventuelle kommentarer:					

        Gevinster, status, risiko og forutsetninger

        Prosjekt-/programnavn:	Felles prøvesvarhotell
        Gevinstansvarlig(e) virksomhet(er):	Sykehusene i regionen
        Hva er status på gevinstrealiseringsarbeidet i prosjektet/programmet?	
        Finnes det en prosjektbegrunnelse?	Ja
        Er gevinster identifisert?	Ja
        Finnes det en gevinstplan?	I arbeid
        Pågår det gevinstrealiseringsaktiviteter?	Nei
        Spesifiser gevinster:	
        Kvantifiserbare gevinster totalt over levetiden av løsningen/leveransen:	10 – 100 mill
        Antatt levetid for løsningen/leveransen:	2022 – 2032
        Ikke kvantifiserbare gevinster:	Færre prøver tas om igjen
        Andre prosjekter realiserer gevinstene av prosjektets leveranser:	Nei
        Eventuelle kommentarer:	
        Gevinstene regnes om hver høst.	
        Overordnet status for prosjekt/program:	Gul
        Årsak til gul eller rød status:	
        Leverandøren har for få folk.	

        Risiko i prosjekt/program:	Rød	
        Angi de viktigste risikoområdene, samt planlagte og iverksatte tiltak:		
        Laboratoriene rekker ikke å bytte kodeverk.		
        Hvilke aktører som er påvirket av prosjektet/programmets leveranser		
        Laboratorier og legekontor		
        Hvilke forutsetninger må oppfylles for å kunne realisere gevinstene fra prosjektet/programmet?	Hvilken kritikalitet har forutsetningen?	Når må den være oppfylt?
        Andre prosjekter må gjennomføres	Høy	2021
        EPJ-utvikling, fastleger	Middels	12.21
        EPJ-utvikling, kommune		
        EPJ-utvikling, spesialist	Lav	2022
        Organisasjonsutvikling, spesialist		
        Organisasjonsutvikling, kommune	N/A	
        Rutineendringer hos fastlegene	Høy	
        Spesifiser hvilke andre prosjekter som må gjennomføres og ev. kommentarer:		
        Kodeverket må være byttet først.		

        Avhengigheter

        Prosjekt-/programnavn:		Felles prøvesvarhotell				
        Hvem er prosjektet avhengig av? Prosjekt/virksomhet/instans	Hva er prosjektet avhengig av? Dvs. leveranse/resultat	Til hvilket formål? Dvs. hva skal det brukes til	Kategori avhengighet	Kritikalitet	Frist	Status
        Norsk Helsenett	Tilkobling	Tilgang for alle	4	Høy	12.20	Gul
        Kodeverksprosjektet	Nytt kodeverk	Like svar	3/4	Middels	Løpende	Utført
        Beskriv konsekvenser av manglende oppfyllelse av avhengigheter						
        Svarene kan ikke vises hos fastlegen.						

        """;

    private readonly List<string> lines = [.. Template.ReplaceLineEndings("\n").Split('\n')];

    /// <summary>Replaces the cells behind a label; null leaves the rest of the row as it was.</summary>
    public SampleForm With(string label, params string[] cells) => Change(label, line => $"{line.Split('\t')[0]}\t{string.Join('\t', cells)}");

    /// <summary>Replaces the label itself and leaves what stands behind it.</summary>
    public SampleForm Named(string label, string other) => Change(label, line => other + line[line.Split('\t')[0].Length..]);

    /// <summary>Replaces a whole line.</summary>
    public SampleForm Line(string start, params string[] replacement)
    {
        var at = At(start);
        lines.RemoveAt(at);
        lines.InsertRange(at, replacement);
        return this;
    }

    /// <summary>Inserts lines behind a line.</summary>
    public SampleForm After(string start, params string[] more)
    {
        lines.InsertRange(At(start) + 1, more);
        return this;
    }

    /// <summary>Leaves out the lines that begin so.</summary>
    public SampleForm Without(params string[] starts)
    {
        foreach (var start in starts) lines.RemoveAt(At(start));
        return this;
    }

    /// <summary>Lines behind the form's last one.</summary>
    public SampleForm Append(params string[] more)
    {
        lines.AddRange(more);
        return this;
    }

    public Report Read() => ReadAll(ToString()).ShouldHaveSingleItem();

    public override string ToString() => string.Join('\n', lines);

    public static IReadOnlyList<Report> ReadAll(string text) => FormReader.Read("form.txt", Encoding.UTF8.GetBytes(text), ExamplePortfolio.Definition).Reports;

    private SampleForm Change(string start, Func<string, string> change)
    {
        var at = At(start);
        lines[at] = change(lines[at]);
        return this;
    }

    private int At(string start)
    {
        var at = lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
        at.ShouldBeGreaterThanOrEqualTo(0, $"The sample has no line that begins with '{start}'.");
        return at;
    }
}

/// <summary>What a report says about a field.</summary>
internal static class ReportFindings
{
    /// <summary>Whether somebody is asked to look at the field, at what it is part of, or at a part of it.</summary>
    public static bool Asks(this Report report, string field) => report.Findings.Any(finding => finding.Severity != FindingSeverity.Info && Covers(finding.Field, field));

    public static IEnumerable<string> Asked(this Report report) => report.Findings.Where(finding => finding.Severity != FindingSeverity.Info).Select(finding => $"{finding.Field}: {finding.Code}");

    private static bool Covers(string found, string field) =>
        found.Length > 0 && (found == field || IsWithin(field, found) || IsWithin(found, field));

    private static bool IsWithin(string inner, string outer) => inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] is '.' or '[';
}
