namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>How a subscriber stands.</summary>
internal enum SubscriberState
{
    Pending,
    Confirmed,
    Unsubscribed,
    Bounced,
}

/// <summary>A step in what a subscriber agreed to.</summary>
internal enum ConsentStep
{
    Requested,
    Confirmed,
    Recorded,
    Withdrawn,
}

/// <summary>The words under which people subscribe. A change of words is a new version; old proofs keep theirs.</summary>
internal static class ConsentText
{
    public const string Version = "2026-11-1";
    public const string PublicForm = "public-form";
    public const string OneClick = "one-click-link";
    public const string Editor = "editor";

    public static Words Current { get; } = new(
        "Acconsento a ricevere per e-mail il bollettino settimanale con le opportunità di lavoro e formazione. Posso disiscrivermi in ogni momento con un clic.",
        "I agree to receive by e-mail the weekly bulletin with job and training opportunities. I can unsubscribe at any time with one click.");
}

/// <summary>Writes the proof of consent.</summary>
internal static class Consents
{
    public const string Insert = """
        insert into bulletin_consent (id, subscriber_id, step, at, source, text_version, consent_text, recorded_by)
        values (@Id, @SubscriberId, @Step, @At, @Source, @TextVersion, @Text, @By)
        """;

    public static Task WriteAsync(IDbSession db, Guid subscriber, ConsentStep step, DateTimeOffset at, string source, string? text, Guid? by, DateTimeOffset now, CancellationToken ct) =>
        db.ExecuteAsync(Insert, new { Id = Guid.CreateVersion7(now), SubscriberId = subscriber, Step = step.Code(), At = at, Source = source, TextVersion = ConsentText.Version, Text = text, By = by }, ct);
}
