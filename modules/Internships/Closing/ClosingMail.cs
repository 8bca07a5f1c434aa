using InclusionPlatform.Internships.Tutors;

namespace InclusionPlatform.Internships.Closing;

/// <summary>What the host's tutor is written towards the end.</summary>
internal static class ClosingMail
{
    public static TimeSpan Life { get; } = TimeSpan.FromDays(21);

    public static TutorMail Evaluation { get; } = new("/tutor/evaluation", new("Una valutazione da scrivere", "An evaluation to be written"), new(
        """
        Buongiorno,

        c'è da valutare un tirocinio svolto nella sua azienda. Bastano pochi minuti, anche dal telefono e senza password, con questo link che vale fino al {0:d MMMM yyyy}:

        {1}

        Il link è personale: non va inoltrato. Chi non aspettava questo messaggio può ignorarlo.

        {2}
        """,
        """
        Good morning,

        an internship in your company is to be evaluated. It takes a few minutes, on a phone too and without a password, with this link which counts until {0:d MMMM yyyy}:

        {1}

        The link is personal: do not forward it. Who did not expect this message may ignore it.

        {2}
        """), null);

    public static TutorMail Hiring { get; } = new("/tutor/hiring", new("Una domanda dopo il tirocinio", "A question after the internship"), new(
        """
        Buongiorno,

        un tirocinio nella sua azienda è finito da qualche settimana: chiediamo se ne è nato un lavoro. Si risponde con un tocco da questo link, che vale fino al {0:d MMMM yyyy}:

        {1}

        Il link è personale: non va inoltrato. Chi non aspettava questo messaggio può ignorarlo.

        {2}
        """,
        """
        Good morning,

        an internship in your company ended some weeks ago: we ask whether it became a job. One answers at a touch with this link, which counts until {0:d MMMM yyyy}:

        {1}

        The link is personal: do not forward it. Who did not expect this message may ignore it.

        {2}
        """), null);
}
