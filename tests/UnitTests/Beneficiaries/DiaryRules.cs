using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Appointments.Rules;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.Diary.Rules;
using InclusionPlatform.Beneficiaries.GroupActivities;
using InclusionPlatform.Beneficiaries.GroupActivities.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class DiaryRules
{
    private static readonly Guid Author = Guid.NewGuid(), Reader = Guid.NewGuid();

    [TestCase(false, true, "a@b.it", true, null)]
    [TestCase(true, true, "a@b.it", true, MessageObstacle.Objection)]
    [TestCase(true, false, null, false, MessageObstacle.Objection)]
    [TestCase(false, false, "a@b.it", true, MessageObstacle.NoConsent)]
    [TestCase(false, true, " ", true, MessageObstacle.NoAddress)]
    [TestCase(false, true, null, true, MessageObstacle.NoAddress)]
    [TestCase(false, true, "a@b.it", false, MessageObstacle.NotSafe)]
    public void Message_WhenSomethingStandsInTheWay_SaysWhat(bool marked, bool agreed, string? email, bool safe, object? obstacle) =>
        Assert.That(PersonMayBeTold.Obstacle(marked, agreed, email, safe), Is.EqualTo((MessageObstacle?)obstacle), "Reg. (UE) 2016/679, artt. 6, 7, 18 e 21");

    [Test]
    public void Message_WhateverItIsAbout_NamesAnHourAndNothingElse([Values] MessageKind kind)
    {
        var text = MessageText.Body(kind, new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero), "Via dei Gerani 4");
        Assert.That(text, Does.Contain("giovedì 26 novembre 2026 alle 10:30"));
        Assert.That(text.Contains("Gerani", StringComparison.Ordinal), Is.EqualTo(kind is not MessageKind.Cancelled));
        Assert.That(SensitiveTerms.In(text + MessageText.Subject(kind) + MessageText.Sender, SensitiveTopic.Health), Is.Empty);
    }

    [TestCase("Ha portato il referto con la DIAGNOSI del medico", "diagnosi")]
    [TestCase("È in cura dallo psichiatra del CSM", "psichiatra csm")]
    [TestCase("Seguito dal Ser.D., assume metadone", "metadone")]
    [TestCase("Seguita dal SerD per tossicodipendenza", "serd tossicodipendenza")]
    [TestCase("Ha un'invalidità civile del 75 %", "invalidità")]
    [TestCase("È invalido civile", "invalido civile")]
    [TestCase("Parla di un disturbo di personalità", "disturbo di personalita")]
    [TestCase("È in malattia fino a lunedì", "malattia")]
    [TestCase("Aspetta un bambino: gravidanza al quinto mese", "gravidanza")]
    [TestCase("Figlio autistico", "autistico")]
    [TestCase("L’ansia lo blocca ai colloqui", "ansia")]
    [TestCase("Vuole lavorare in farmacia o in ospedale", "")]
    [TestCase("Ha lavorato alle dipendenze di una cooperativa", "")]
    [TestCase("Cerca lavoro come autista, patente C", "")]
    [TestCase("Ha perso la password, risulta non valida", "")]
    [TestCase("Preferisce il mattino; arriva in bicicletta", "")]
    [TestCase("", "")]
    public void Health_WhenATextIsRead_FindsTheWords(string text, string words) => Assert.That(string.Join(' ', SensitiveTerms.In(text, SensitiveTopic.Health)), Is.EqualTo(words));

    [TestCase("È uscito dal carcere a maggio", "carcere")]
    [TestCase("Scarcerata, condanna a due anni", "scarcerata condanna")]
    [TestCase("Seguito dall'UEPE, messa alla prova fino a giugno", "uepe messa alla prova")]
    [TestCase("Ha precedenti penali", "penali")]
    [TestCase("È ai domiciliari", "domiciliari")]
    [TestCase("Firma in questura: obbligo di firma il lunedì", "obbligo di firma")]
    [TestCase("Udienza col magistrato di sorveglianza", "magistrato di sorveglianza")]
    [TestCase("Un ritardo non lo penalizza, e il contratto non ha penalità", "")]
    [TestCase("Visita di sorveglianza sanitaria in azienda", "")]
    [TestCase("Il processo di lavorazione gli piace", "")]
    [TestCase("Denuncia di infortunio inviata", "")]
    public void Penal_WhenATextIsRead_FindsTheWords(string text, string words) => Assert.That(string.Join(' ', SensitiveTerms.In(text, SensitiveTopic.Penal)), Is.EqualTo(words));

    [Test]
    public void Terms_WhenMany_AreNamedOnceAndFiveAtMost() => Assert.That(
        SensitiveTerms.In("Ansia, ansia, depressione, terapia, farmaci, ricovero, diagnosi", SensitiveTopic.Health), Is.EqualTo(new[] { "ansia", "depressione", "terapia", "farmaci", "ricovero" }));

    [Test]
    public void Entry_WhenSignedOrDraft_IsChangedOrAmended() => Assert.Multiple(() =>
    {
        Assert.That(() => SignedEntryIsFinal.CheckDraft(null), Throws.Nothing);
        Assert.That(() => SignedEntryIsFinal.CheckDraft(DateTimeOffset.UnixEpoch), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => SignedEntryIsFinal.CheckAmended(null), Throws.InstanceOf<FieldException>());
        Assert.That(() => SignedEntryIsFinal.CheckAmended(DateTimeOffset.UnixEpoch), Throws.Nothing);
    });

    [Test]
    public void Amendment_WhenOfALimitedEntry_HasItsReadersAndItsAuthor() => Assert.Multiple(() =>
    {
        Assert.That(() => AmendmentKeepsReaders.Check(amends: true, [Reader]), Throws.InstanceOf<FieldException>());
        Assert.That(() => AmendmentKeepsReaders.Check(amends: true, null), Throws.Nothing);
        Assert.That(() => AmendmentKeepsReaders.Check(amends: false, [Reader]), Throws.Nothing);
        Assert.That(AmendmentKeepsReaders.Of([Reader], Author, amendsBy: Reader), Is.EqualTo(new[] { Author }));
        Assert.That(AmendmentKeepsReaders.Of([Reader], Author, amendsBy: Author), Is.EqualTo(new[] { Reader }));
    });

    [Test]
    public void Appointment_WhenPlannedOrRecorded_AllowsWhatFits() => Assert.Multiple(() =>
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        Assert.That(() => AppointmentIsPlanned.CheckOutcome(AppointmentState.Planned, AppointmentState.Held, now.AddMinutes(-1), now), Throws.Nothing);
        Assert.That(() => AppointmentIsPlanned.CheckOutcome(AppointmentState.Planned, AppointmentState.Held, now.AddMinutes(1), now), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => AppointmentIsPlanned.CheckOutcome(AppointmentState.Planned, AppointmentState.Cancelled, now.AddDays(1), now), Throws.Nothing);
        Assert.That(() => AppointmentIsPlanned.CheckOutcome(AppointmentState.NoShow, AppointmentState.Held, now.AddDays(-1), now), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => AppointmentIsPlanned.CheckChange(AppointmentState.Cancelled), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => AppointmentIsPlanned.CheckTakingBack(AppointmentState.Planned), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => AppointmentIsPlanned.CheckTakingBack(AppointmentState.Held), Throws.Nothing);
        Assert.That(ReminderIsDue.HasPassed(now.AddDays(1), now), Is.True);
        Assert.That(ReminderIsDue.HasPassed(now.AddDays(1).AddMinutes(1), now), Is.False);
    });

    [Test]
    public void ActivityIsPlanned_WhenSettledEarlyOnAnotherDayOrIncomplete_Refuses() => Assert.Multiple(() =>
    {
        var now = new DateTimeOffset(2026, 11, 26, 15, 0, 0, TimeSpan.Zero);
        var day = new DateOnly(2026, 11, 26);
        Assert.That(() => ActivityIsPlanned.Check(PlannedActivityState.Planned), Throws.Nothing);
        Assert.That(() => ActivityIsPlanned.Check(PlannedActivityState.Recorded), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => ActivityIsPlanned.Check(PlannedActivityState.Cancelled), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => ActivityIsPlanned.CheckBegun(now, now), Throws.Nothing);
        Assert.That(() => ActivityIsPlanned.CheckBegun(now.AddMinutes(1), now), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => ActivityIsPlanned.CheckDay(day, day), Throws.Nothing);
        Assert.That(() => ActivityIsPlanned.CheckDay(day, day.AddDays(-1)), Throws.InstanceOf<FieldException>());
        Assert.That(() => ActivityIsPlanned.CheckEverybodyIsToldOf(0), Throws.Nothing);
        Assert.That(() => ActivityIsPlanned.CheckEverybodyIsToldOf(1), Throws.InstanceOf<FieldException>());
    });
}
