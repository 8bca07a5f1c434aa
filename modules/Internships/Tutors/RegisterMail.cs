using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>What the host's tutor is written about a register.</summary>
internal static class RegisterMail
{
    /// <summary>A register may be written as long as its month lasts, and two weeks more.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private static readonly Words Subject = new("Un registro presenze da compilare", "An attendance register to be filled in");

    private static readonly Words Text = new(
        """
        Buongiorno,

        c'è da compilare e firmare il registro presenze di {3:MMMM yyyy}. Si apre anche dal telefono, senza password, con questo link che vale fino al {0:d MMMM yyyy}:

        {1}

        Le ore si possono salvare poco alla volta; la firma chiude il mese per l'azienda. Vale solo l'ultimo link ricevuto.
        Il link è personale: non va inoltrato. Chi non aspettava questo messaggio può ignorarlo.

        {2}
        """,
        """
        Good morning,

        the attendance register of {3:MMMM yyyy} is to be filled in and signed. It opens on a phone too, without a password, with this link which counts until {0:d MMMM yyyy}:

        {1}

        Hours can be saved little by little; the signature closes the month for the company. Only the last link counts.
        The link is personal: do not forward it. Who did not expect this message may ignore it.

        {2}
        """);

    private static readonly Words InternSubject = new("Un registro presenze da firmare", "An attendance register to be signed");

    private static readonly Words InternText = new(
        """
        Buongiorno,

        c'è da leggere e firmare il registro presenze di {3:MMMM yyyy}. Si apre anche dal telefono, senza password, con questo link che vale fino al {0:d MMMM yyyy}:

        {1}

        Se le ore non sono giuste, non firmare e avvisare chi segue il tirocinio. Vale solo l'ultimo link ricevuto.
        Il link è personale: non va inoltrato. Chi non aspettava questo messaggio può ignorarlo.

        {2}
        """,
        """
        Good morning,

        the attendance register of {3:MMMM yyyy} is to be read and signed. It opens on a phone too, without a password, with this link which counts until {0:d MMMM yyyy}:

        {1}

        If the hours are not right, do not sign and tell who follows the internship. Only the last link counts.
        The link is personal: do not forward it. Who did not expect this message may ignore it.

        {2}
        """);

    public static TutorMail OfIntern(RegisterMonth month) => new("/intern/register", InternSubject, InternText, month.First);

    public static TutorMail Of(RegisterMonth month) => new("/tutor/register", Subject, Text, month.First);

    public static DateTimeOffset Until(RegisterMonth month, DateTimeOffset now)
    {
        var over = month.Next.First.StartInItaly();
        return (over > now ? over : now) + Life;
    }
}
