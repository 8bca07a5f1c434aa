using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Rights;

/// <summary>What is written of a person is sealed with a key of their own (ADR 34).</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class PersonKeyTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Written_WhenOfAPerson_IsUnderThePersonsKeyAndWhatWasUnderTheCommonOneIsMovedWithoutLoss()
    {
        var (person, caseId) = await Given.Case();
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota segretissima" }).Expect(201);
        Assert.That(await Scalar<string>("select text_cipher from beneficiaries_diary_entry"), Does.StartWith($"p1.{person:N}."));
        Assert.That(await Scalar<string>("select contacts_cipher from beneficiaries_person"), Does.StartWith($"p1.{person:N}."));
        await Run("update beneficiaries_diary_entry set text_cipher = @Text", await InScope(services => Task.FromResult(new { Text = services.GetRequiredService<IFieldCipher>().Protect("Nota di prima") })));

        Assert.That(await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys())), Is.EqualTo(1));

        Assert.That(await Scalar<string>("select text_cipher from beneficiaries_diary_entry"), Does.StartWith($"p1.{person:N}."));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/diary-entries").Expect(200)).Items[0]!["text"]!.ToString(), Is.EqualTo("Nota di prima"));
        Assert.That(await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys())), Is.Zero);
    }

    [Test]
    public async Task Reasons_OfACaseAndItsEnd_AreSealedAndThoseFromBeforeAreMovedWithoutLoss()
    {
        var person = await Given.Beneficiary();
        var caseId = (await As(Role.Educator).Post("cases", new { beneficiaryId = person, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-02", reason = "leavingCare" }).Expect(201)).Id;
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "droppedOut", details = new { dropOutReason = "health" } }).Expect(204);
        Assert.That(await Scalar<string>("select concat(reason, reason_cipher) from beneficiaries_case"), Does.StartWith($"p1.{person:N}."));
        Assert.That(await Scalar<string>("select concat(dropout_reason, dropout_reason_cipher) from beneficiaries_case_closure"), Does.StartWith($"p1.{person:N}."));
        await Told();

        await Run("update beneficiaries_case set reason = 'leavingCare', reason_cipher = null", new { });
        await Run("update beneficiaries_case_closure set dropout_reason = 'health', dropout_reason_cipher = null", new { });
        await Told();
        Assert.That(await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys())), Is.EqualTo(2));
        Assert.That(await Scalar<string>("select concat(reason, reason_cipher) from beneficiaries_case"), Does.StartWith($"p1.{person:N}."));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_case_closure where dropout_reason is null and dropout_reason_cipher like 'p1.%'"), Is.EqualTo(1));
        Assert.That(await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys())), Is.Zero);
        await Told();

        await As(Role.Educator).Post($"beneficiaries/{person}/anonymisation", new { reason = "askedByPerson" }).Expect(204);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DestroyKeys()));
        Assert.That(await Opened("select reason_cipher from beneficiaries_case"), Is.EqualTo("leavingCare"), "counted on, of nobody");
        Assert.That(await Opened("select dropout_reason_cipher from beneficiaries_case_closure"), Is.EqualTo("health"));

        await Run("update beneficiaries_case set reason = 'leavingCare', reason_cipher = null", new { });
        Assert.That(await InScope(services => services.GetRequiredService<IMediator>().Send(new SealWithPersonKeys())), Is.EqualTo(1));
        Assert.That(await Opened("select reason_cipher from beneficiaries_case"), Is.EqualTo("leavingCare"), "the key is no more, the number is not lost");

        async Task Told()
        {
            Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["reason"]!.ToString(), Is.EqualTo("leavingCare"));
            Assert.That((await As(Role.Educator).Get($"cases/{caseId}/outcomes").Expect(200))["closures"]![0]!["details"]!["dropOutReason"]!.ToString(), Is.EqualTo("health"));
            Assert.That((await As(Role.Educator).Get($"cases/{caseId}/timeline?kind=case").Expect(200)).Items.Last()!["code"]!.ToString(), Is.EqualTo("leavingCare"));
        }

        async Task<string?> Opened(string sql)
        {
            var cipher = await Scalar<string>(sql);
            return await InScope(services => Task.FromResult(services.GetRequiredService<IFieldCipher>().Unprotect(cipher)));
        }
    }

    private Task<int> Run(string sql, object args) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));
}
