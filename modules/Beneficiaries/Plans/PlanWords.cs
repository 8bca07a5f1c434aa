namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Where a version of the plan stands.</summary>
internal enum PlanState
{
    Draft,
    ToSign,
    InForce,

    /// <summary>A later version came into force.</summary>
    Superseded,
    Closed,
}

/// <summary>What a need is about. Kept by position: add at the end.</summary>
internal enum NeedArea
{
    Work,
    Skills,
    Training,
    Autonomy,
    Relations,
    Family,
    Housing,
    Health,
    Income,
    Rights,
    Other,
}

/// <summary>What is done. Kept by position: add at the end.</summary>
internal enum ActionKind
{
    Internship,
    Course,
    Accompaniment,
    Tutoring,
    Coaching,
    PeerSupport,
    GroupMeeting,
    Orientation,
    JobSearch,
    HealthOrSocial,
    Other,
}

/// <summary>Who does it. Kept by position: add at the end.</summary>
internal enum ActionBy
{
    Person,
    Member,

    /// <summary>Somebody without an account: a body, a relative, a doctor.</summary>
    Other,
}

/// <summary>How an action stands.</summary>
internal enum StepState
{
    NotStarted,
    Running,
    Done,
    Interrupted,

    /// <summary>Given up: it does not count any more.</summary>
    Dropped,
}

/// <summary>Where the knowledge of how an action stands comes from.</summary>
internal enum StepSource
{
    None,
    Internship,
    Course,
    Appointment,
    GroupActivity,
    JobSearch,

    /// <summary>Somebody of the équipe wrote it, because no module knows it.</summary>
    Operator,
}

/// <summary>How somebody signed.</summary>
internal enum SignatureWay
{
    /// <summary>In the own session.</summary>
    Session,

    /// <summary>The person, on the operator's screen, by typing the own name.</summary>
    Typed,

    /// <summary>The person, on paper, kept as a document.</summary>
    Wet,
}

/// <summary>What kinds and states are called in what is printed.</summary>
internal static class PlanLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("wishes", "Che cosa desidera la persona", "What the person wishes"),
        ("needs", "Bisogni", "Needs"),
        ("objectives", "Obiettivi", "Objectives"),
        ("actions", "Azioni", "Actions"),
        ("area", "Ambito", "Area"),
        ("measure", "Come si misura", "How it is measured"),
        ("dueOn", "Entro il", "By"),
        ("by", "Chi", "Who"),
        ("who", "Chi", "Who"),
        ("times", "Quante volte", "How many times"),
        ("reviewOn", "Data di verifica", "Review date"),
        ("nextOn", "Prossima verifica", "Next review"),
        ("heldOn", "Data della verifica", "Day of the review"),
        ("signerIds", "Chi firma per l'équipe", "Who signs for the team"),
        ("signerId", "Chi firma", "Who signs"),
        ("typedName", "Nome e cognome della persona", "Name and surname of the person"),
        ("confirmed", "Conferma", "Confirmation"),
        ("signedOn", "Firmato il", "Signed on"),
    ];

    public static Words Label(this NeedArea area) => area switch
    {
        NeedArea.Work => new("Lavoro", "Work"),
        NeedArea.Skills => new("Competenze", "Skills"),
        NeedArea.Training => new("Formazione", "Training"),
        NeedArea.Autonomy => new("Autonomia", "Autonomy"),
        NeedArea.Relations => new("Relazioni", "Relations"),
        NeedArea.Family => new("Famiglia", "Family"),
        NeedArea.Housing => new("Casa", "Housing"),
        NeedArea.Health => new("Salute", "Health"),
        NeedArea.Income => new("Reddito", "Income"),
        NeedArea.Rights => new("Documenti e diritti", "Papers and rights"),
        _ => new("Altro", "Other"),
    };

    public static Words Label(this ActionKind kind) => kind switch
    {
        ActionKind.Internship => new("Tirocinio", "Internship"),
        ActionKind.Course => new("Corso", "Course"),
        ActionKind.Accompaniment => new("Accompagnamento", "Accompaniment"),
        ActionKind.Tutoring => new("Tutoraggio", "Tutoring"),
        ActionKind.Coaching => new("Coaching", "Coaching"),
        ActionKind.PeerSupport => new("Supporto tra pari", "Peer support"),
        ActionKind.GroupMeeting => new("Incontri di gruppo", "Group meetings"),
        ActionKind.Orientation => new("Orientamento", "Orientation"),
        ActionKind.JobSearch => new("Ricerca attiva del lavoro", "Job search"),
        ActionKind.HealthOrSocial => new("Azione sanitaria o sociale", "Health or social action"),
        _ => new("Altro", "Other"),
    };

    public static Words Label(this PlanState state) => state switch
    {
        PlanState.Draft => new("Bozza", "Draft"),
        PlanState.ToSign => new("Da firmare", "To sign"),
        PlanState.InForce => new("In vigore", "In force"),
        PlanState.Superseded => new("Sostituito", "Superseded"),
        _ => new("Chiuso", "Closed"),
    };

    public static Words Label(this StepState state) => state switch
    {
        StepState.NotStarted => new("Da iniziare", "Not started"),
        StepState.Running => new("In corso", "Running"),
        StepState.Done => new("Conclusa", "Done"),
        StepState.Interrupted => new("Interrotta", "Interrupted"),
        _ => new("Non si fa più", "Given up"),
    };

    public static Words Label(this SignatureWay way) => way switch
    {
        SignatureWay.Session => new("firma nella propria sessione", "signed in their own session"),
        SignatureWay.Typed => new("conferma sullo schermo dell'operatore", "confirmed on the operator's screen"),
        _ => new("firma su carta", "signed on paper"),
    };
}
