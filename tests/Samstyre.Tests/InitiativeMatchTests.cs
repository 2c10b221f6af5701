using FsCheck;
using FsCheck.Fluent;
using Samstyre.Domain;
using Shouldly;
using Xunit;

namespace Samstyre.Tests;

public sealed class InitiativeMatchTests
{
    private static readonly KnownInitiative Journal = Known(1, 60, "Kjernejournal", "nhn");
    private static readonly KnownInitiative Grunndata = Known(2, null, "Grunndata", "nhn");

    [Fact]
    public void Of_IdAndName_IsThatInitiative() => Check(Match(new(60, "KJERNEJOURNAL.", "nhn"), Journal, Grunndata), MatchKind.NationalId, Journal, 60, null);

    [Fact]
    public void Of_IdWithAnUnknownName_IsThatInitiativeUnderANewName() => Check(Match(new(60, "Journal 2.0", "nhn"), Journal, Grunndata), MatchKind.NationalId, Journal, 60, "NameChanged");

    [Fact]
    public void Of_IdWithoutName_IsThatInitiative() => Check(Match(new(60, null, null), Journal), MatchKind.NationalId, Journal, 60, null);

    [Fact]
    public void Of_NameWithoutId_IsTheInitiativeOfThatName() => Check(Match(new(null, "kjerne-journal", null), Journal with { RegisteredNames = ["kjernejournal", "kjerne journal"] }), MatchKind.Name, Journal, 60, null);

    [Fact]
    public void Of_NewIdAndTheNameOfOneWithoutId_GetsTheId() => Check(Match(new(61, "Grunndata", "nhn"), Journal, Grunndata), MatchKind.Name, Grunndata, 61, null);

    [Fact]
    public void Of_NewIdAndTheNameOfOneWithAnotherId_IsItsOwn() => Check(Match(new(61, "Kjernejournal", "nhn"), Journal), MatchKind.New, null, 61, "NameOfAnother");

    [Fact]
    public void Of_NothingKnown_IsNew() => Check(Match(new(61, "Ny", null)), MatchKind.New, null, 61, null);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("---")]
    public void Of_NoNameAndNoKnownId_IsUnmatched(string? name) => Check(Match(new(99, name, null), Journal), MatchKind.Unmatched, null, null, null);

    [Fact]
    public void Of_IdClaimedInTheRoundByAnotherName_DoesNotOverwriteIt()
    {
        var reported = Journal with { InRound = new("kjernejournal", "nhn") };
        Check(Match(new(60, "Noe helt annet", "nhn"), reported), MatchKind.New, null, null, "IdClaimedTwice");
        Check(Match(new(60, "Grunndata", "nhn"), reported, Grunndata), MatchKind.Name, Grunndata, null, "IdClaimedTwice");
        Check(Match(new(60, "Kjernejournal", "nhn"), reported), MatchKind.NationalId, reported, 60, null);
    }

    [Fact]
    public void Of_IdTakenInTheRoundUnderANewName_DoesNotOverwriteIt() =>
        Check(Match(new(60, "Kjernejournal", "nhn"), Journal with { InRound = new("noe annet", "nhn"), ReportedNames = ["noe annet"] }), MatchKind.New, null, null, "IdClaimedTwice");

    [Fact]
    public void Of_TwoRegisteredNamesInARound_IsACorrection()
    {
        var akson = Journal with { RegisteredNames = ["akson", "akson forberedelse"], InRound = new("akson", "nhn") };
        Check(Match(new(60, "Akson - forberedelse", "nhn"), akson), MatchKind.NationalId, akson, 60, null);
    }

    [Fact]
    public void Of_IdAndNameOfTwoInitiatives_FollowsTheName() =>
        Check(Match(new(60, "Felles språk", "nhn"), Journal, Known(3, 70, "Felles språk", "nhn")), MatchKind.Name, Known(3, 70, "Felles språk", "nhn"), 70, "IdClaimedTwice");

    [Fact]
    public void Of_NameOfSeveral_IsTheOneOfItsOrganisationOrItsOwn()
    {
        var (here, there) = (Known(3, null, "Velferdsteknologi", "nhn"), Known(4, null, "Velferdsteknologi", "ks"));
        Check(Match(new(null, "Velferdsteknologi", "ks"), here, there), MatchKind.Name, there, null, null);
        Check(Match(new(null, "Velferdsteknologi", "fhi"), here, there), MatchKind.New, null, null, "NameOfAnother");
    }

    [Fact]
    public void Of_SameNameFromAnotherOrganisationInTheRound_IsItsOwn() =>
        Check(Match(new(null, "Grunndata", "fhi"), Grunndata with { InRound = new("grunndata", "nhn") }), MatchKind.New, null, null, "NameOfAnother");

    [Fact]
    public void Of_RegisteredName_GoesBeforeANameThatAReportUsed()
    {
        var squatter = Journal with { ReportedNames = ["grunndata"] };
        Check(Match(new(null, "Grunndata", "nhn"), squatter, Grunndata), MatchKind.Name, Grunndata, null, null);
    }

    [Fact]
    public void Of_CandidatesInAnyOrder_GiveTheSameAndNeverTakeAnothersId() => Prop.ForAll(
        Worlds.ToArbitrary(),
        world =>
        {
            var match = Match(world.Form, world.Known);
            var reversed = Match(world.Form, [.. world.Known.Reverse()]);
            (reversed.Kind, reversed.Initiative?.Id, reversed.NationalId, reversed.Finding?.Code).ShouldBe((match.Kind, match.Initiative?.Id, match.NationalId, match.Finding?.Code));
            if (match.NationalId is { } id) world.Known.Where(known => known.NationalId == id).ShouldAllBe(known => match.Initiative != null && known.Id == match.Initiative.Id);
            if (match.Initiative?.NationalId is { } had) match.NationalId.ShouldBe(had);
        }).Check(Quietly.Try());

    private static readonly string[] Names = ["a", "b", "c"];

    private static Gen<(FormIdentity Form, KnownInitiative[] Known)> Worlds =>
        from form in Forms
        from known in Initiatives.ListOf(4)
        select (form, known.Select((one, index) => one with { Id = new(index, 0, 0, new byte[8]) }).DistinctBy(one => one.NationalId ?? -one.Id.GetHashCode()).ToArray());

    private static Gen<FormIdentity> Forms =>
        from id in Gen.Elements<int?>(null, 1, 2, 3)
        from name in Gen.Elements<string?>([null, .. Names])
        from organisation in Gen.Elements<string?>(null, "x", "y")
        select new FormIdentity(id, name, organisation);

    private static Gen<KnownInitiative> Initiatives =>
        from id in Gen.Elements<int?>(null, 1, 2)
        from name in Gen.Elements(Names)
        from other in Gen.Elements(Names)
        from organisation in Gen.Elements<string?>(null, "x", "y")
        from round in Gen.Elements<RoundReport?>(null, new("a", "x"), new("b", null), new(null, "y"))
        select new KnownInitiative(Guid.Empty, id, name, organisation, [name], other == name ? [] : [other], round);

    [Fact]
    public void Of_FileMadeForAnInitiative_IsThatInitiative_WhereNothingInTheFormSpeaksAgainstIt()
    {
        Check(Marked(new(60, "Kjernejournal", "nhn"), Journal, Journal), MatchKind.Mark, Journal, 60, null);
        Check(Marked(new(null, "Kjernejournal", "nhn"), Journal, Journal), MatchKind.Mark, Journal, 60, null);
        Check(Marked(new(null, null, null), Grunndata, Grunndata), MatchKind.Mark, Grunndata, null, null);
        Check(Marked(new(61, "Grunndata", null), Grunndata, Grunndata), MatchKind.Mark, Grunndata, 61, null);
    }

    [Fact]
    public void Of_FileMadeForAnInitiative_WithANameNobodyKnows_IsThatInitiative_AndAPersonLooks() =>
        Check(Marked(new(null, "Journal 2.0", "nhn"), Journal, Journal), MatchKind.Mark, Journal, 60, "MarkRenamed");

    [Fact]
    public void Of_FileMadeForOne_AndUsedForAnother_GoesByTheForm_AndAPersonLooks()
    {
        Check(Marked(new(null, "Grunndata", "nhn"), Journal, Journal, Grunndata), MatchKind.Name, Grunndata, null, "MarkOfAnother");
        Check(Marked(new(77, "Noe nytt", "nhn"), Journal, Journal, Grunndata), MatchKind.New, null, 77, "MarkOfAnother");
        var reported = Journal with { InRound = new("kjernejournal", "nhn") };
        Check(Marked(new(null, "Noe nytt", "nhn"), reported, reported), MatchKind.New, null, null, "MarkOfAnother");
    }

    private static InitiativeMatch Marked(FormIdentity form, KnownInitiative mark, params KnownInitiative[] known) => InitiativeMatch.Of(
        form,
        known.FirstOrDefault(initiative => initiative.NationalId is { } id && id == form.NationalId),
        [.. known.Where(initiative => initiative.IsCalled(form.NameKey))],
        mark);

    private static InitiativeMatch Match(FormIdentity form, params KnownInitiative[] known) => InitiativeMatch.Of(
        form, known.FirstOrDefault(one => form.NationalId is not null && one.NationalId == form.NationalId), [.. known.Where(one => one.IsCalled(form.NameKey))]);

    private static void Check(InitiativeMatch match, MatchKind kind, KnownInitiative? initiative, int? nationalId, string? finding) =>
        (match.Kind, match.Initiative?.Id, match.NationalId, match.Finding?.Code).ShouldBe((kind, initiative?.Id, nationalId, finding));

    private static KnownInitiative Known(int number, int? nationalId, string name, string organisation) =>
        new(new(number, 0, 0, new byte[8]), nationalId, name, organisation, [FormIdentity.Key(name)], [], null);
}
