using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.CompanyNetwork;

internal sealed class ReferralRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [TestCase("Scarpe chiuse, lavoro all'aperto", null)]
    [TestCase("Nessuna misura PENALE", nameof(PersonalFact.Penal))]
    [TestCase("non sottoposti a misure alternative", nameof(PersonalFact.Penal))]
    [TestCase("no affidati in prova", nameof(PersonalFact.Penal))]
    [TestCase("niente ex-detenuti", nameof(PersonalFact.Penal))]
    [TestCase("no alcolisti", nameof(PersonalFact.Health))]
    [TestCase("senza patologie psichiche né malattie", nameof(PersonalFact.Health))]
    [TestCase("Consegne a domicilio, uso del muletto, certificato HACCP", null)]
    [TestCase("Alle dipendenze di un caposquadra", null)]
    [TestCase(null, null)]
    public void ConstraintSpeaksOfTheDuty_WhenItSpeaksOfPeople_SaysOfWhat(string? text, string? fact) =>
        Assert.That(ConstraintSpeaksOfTheDuty.Of(text, PersonalFact.Penal, PersonalFact.Health)?.ToString(), Is.EqualTo(fact));

    [TestCase("no tossicodipendenti", true)]
    [TestCase("Magazzino; non si accettano persone con malattie", true)]
    [TestCase("Assistenza a persone malate e con disabilità", false)]
    [TestCase("Nessun turno, consegne in farmacia", false)]
    [TestCase(null, false)]
    public void ConstraintSpeaksOfTheDuty_WhenItKeepsPeopleOutForHealth_IsSeen(string? text, bool keepsOut) => Assert.That(ConstraintSpeaksOfTheDuty.KeepsOutForHealth(text), Is.EqualTo(keepsOut));

    [TestCase(CompanyReferralStateName.Proposed, "2026-11-20", null)]
    [TestCase(CompanyReferralStateName.Proposed, "2026-11-19", "referral.expired")]
    [TestCase(CompanyReferralStateName.Accepted, "2026-11-01", "referral.already-accepted")]
    [TestCase(CompanyReferralStateName.Declined, "2026-11-30", "referral.already-declined")]
    [TestCase(CompanyReferralStateName.Withdrawn, "2026-11-30", "referral.withdrawn")]
    [TestCase(CompanyReferralStateName.Internship, "2026-11-30", "referral.is-internship")]
    public void ReferralIsOpen_ForAcceptance_SaysWhatHappened(string state, string until, string? code)
    {
        var row = Row(state, until);
        Assert.That(() => ReferralIsOpen.CheckAcceptance(row, Today), code is null ? Throws.Nothing : Throws.TypeOf<ConflictException>().With.Property("Code").EqualTo(code));
    }

    [Test]
    public void ReferralIsOpen_ForClosing_HoldsForWhatWasAccepted() =>
        Assert.That(() => ReferralIsOpen.CheckClosing(Row(CompanyReferralStateName.Accepted, "2026-11-01"), Today), Throws.Nothing);

    [Test]
    public void PlacesAreNotBelowTaken_WhenFewer_NamesHowManyAreTaken()
    {
        Assert.That(() => PlacesAreNotBelowTaken.Check(1, 2), Throws.TypeOf<FieldException>().With.Property("Code").EqualTo(PlacesAreNotBelowTaken.Code));
        Assert.That(() => PlacesAreNotBelowTaken.Check(2, 2), Throws.Nothing);
    }

    [TestCase(nameof(AvailabilityState.Current), false)]
    [TestCase(nameof(AvailabilityState.Future), true)]
    [TestCase(nameof(AvailabilityState.Unknown), true)]
    [TestCase(nameof(AvailabilityState.Ended), true)]
    public void OnlyVerifiedAvailabilityIsProposed_WhenItDoesNotCount_IsRefused(string state, bool refused) => Assert.That(
        () => OnlyVerifiedAvailabilityIsProposed.Check(Enum.Parse<AvailabilityState>(state)),
        refused ? Throws.TypeOf<FieldException>().With.Property("Code").EqualTo(OnlyVerifiedAvailabilityIsProposed.Code) : Throws.Nothing);

    [Test]
    public void WeekSlots_WhenWritten_AreInOrderOnceEach()
    {
        var written = WeekSlots.Write([new(DayOfWeek.Sunday, DayPart.Night), new(DayOfWeek.Monday, DayPart.Evening), new(DayOfWeek.Monday, DayPart.Morning), new(DayOfWeek.Monday, DayPart.Morning)]);

        Assert.That(written, Is.EqualTo("monday.morning monday.evening sunday.night"));
        Assert.That(WeekSlots.Write(WeekSlots.Read(written)), Is.EqualTo(written));
        Assert.That(WeekSlots.Write([]), Is.Null);
    }

    private static ReferralRow Row(string state, string until) => new(
        Guid.Empty, 1, Guid.Empty, Guid.Empty, Guid.Empty, null, null, Enum.Parse<CompanyReferralState>(state), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset.UnixEpoch, Guid.Empty, null, null, null, null, null, null);

    private static class CompanyReferralStateName
    {
        public const string Proposed = nameof(CompanyReferralState.Proposed);
        public const string Accepted = nameof(CompanyReferralState.Accepted);
        public const string Declined = nameof(CompanyReferralState.Declined);
        public const string Withdrawn = nameof(CompanyReferralState.Withdrawn);
        public const string Internship = nameof(CompanyReferralState.Internship);
    }
}
