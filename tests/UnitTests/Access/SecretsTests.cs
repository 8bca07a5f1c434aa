using InclusionPlatform.Api.Access;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Access;

internal sealed class SecretsTests
{
    [Test]
    public void Readable_WhenMade_CanBeReadAloudAndIsNeverTheSame()
    {
        var made = Enumerable.Range(0, 200).Select(_ => Secrets.Readable()).ToArray();

        Assert.That(made, Is.Unique);
        Assert.That(made, Has.All.Match("^[bcdfghjkmnpqrstvwxz2-9]{5}(-[bcdfghjkmnpqrstvwxz2-9]{5}){3}$"));
        Assert.That(made[0], Has.Length.GreaterThanOrEqualTo(PasswordRules.MinimumLength));
    }

    [Test]
    public void HashOf_WhenToken_IsItsSha256() =>
        Assert.That(Secrets.HashOf("abc"), Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

    [Test]
    public void RequireFirstAnswer_WhenRepeated_SaysSo()
    {
        var attempt = Guid.NewGuid();

        Assert.That(() => Secrets.RequireFirstAnswer(attempt, attempt), Throws.Nothing);
        Assert.That(() => Secrets.RequireFirstAnswer(attempt, Guid.NewGuid()), Throws.TypeOf<ConflictException>());
    }
}
